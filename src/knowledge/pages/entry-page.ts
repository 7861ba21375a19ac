import { type Html, html, join } from '#platform/html'
import type { PublicEntry } from '../entries/public-entries.ts'
import type { Source } from '../entries/source-store.ts'

/** One answer with the policies it rests on, by their titles. */
export function entryPage({ id, question, answer, solved }: PublicEntry, sources: readonly Source[]): Html {
  const paragraphs = answer.split(/\n+/).map((line) => html`<p>${line}</p>`)
  return html`<h1>${question}</h1><div class="prose">${join(paragraphs)}</div>
${sources.length ? sourceList(sources) : ''}
${solved ? html`<p class="quiet">已有${solved}人表示解决了问题。</p>` : ''}
<form class="actions" method="post" action="/answers/${id}/solved"><button>解决了我的问题</button></form>`
}

function sourceList(sources: readonly Source[]): Html {
  const rows = sources.map(
    ({ articleId, title, documentNumber }) =>
      html`<li><a href="/articles/${articleId}">${title}</a>${documentNumber ? html`（${documentNumber}）` : ''}</li>`,
  )
  return html`<h2>政策依据</h2><ul>${join(rows)}</ul>`
}

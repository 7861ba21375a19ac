import { type Html, html, join } from '#platform/html'
import { letterKindLabels } from '../documents/letter-kinds.ts'
import type { listForApplicant } from './read-file.ts'

type Downloads = Awaited<ReturnType<typeof listForApplicant>>

/** Letters and released files, each a button: number and code travel in the form, never in an address. */
export function downloadList({ letters, files }: Downloads, key: { number: string; code: string }): Html {
  const each = [
    ...letters.map((letter) => ({
      field: 'letter',
      id: letter.id,
      name: `${letterKindLabels[letter.kind]}（${letter.documentNumber}）`,
      size: letter.sizeBytes,
    })),
    ...files.map((file) => ({ field: 'file', id: file.id, name: file.name, size: file.sizeBytes })),
  ]
  if (each.length === 0) return html``
  const items = each.map(
    ({ field, id, name, size }) =>
      html`<li><form method="post" action="/requests/track/download"><input type="hidden" name="number" value="${key.number}"><input type="hidden" name="code" value="${key.code}"><input type="hidden" name="${field}" value="${id}"><button class="link">下载 ${name}</button> <span class="quiet">${Math.ceil(size / 1024)} KB</span></form></li>`,
  )
  return html`<h2>文书和材料</h2><ul class="downloads">${join(items)}</ul>`
}

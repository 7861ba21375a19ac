type Found = { title: string; href: string; excerpt: string }

/** While a letter is written, answers that everybody may read already appear below the words; nothing is sent or chosen. */
const place = document.querySelector<HTMLElement>('[data-suggestions]')
const subject = document.querySelector<HTMLInputElement>('#subject')
const body = document.querySelector<HTMLTextAreaElement>('#body')
const pauseMs = 900
let waiting = 0
let asked = ''

async function look() {
  if (!place || !subject || !body) return
  const text = `${subject.value}\n${body.value}`.trim()
  if (text.length < 8 || text === asked) return
  asked = text
  const answer = await fetch(place.dataset.suggestions ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  }).catch(() => undefined)
  if (!answer?.ok || text !== asked) return
  const { items } = (await answer.json()) as { items: Found[] }
  place.replaceChildren(...(items.length ? [heading(), list(items)] : []))
}

function heading() {
  const line = document.createElement('p')
  const strong = document.createElement('strong')
  strong.textContent = '这些公开的答复也许能解决您的问题：'
  line.append(strong)
  return line
}

function list(items: readonly Found[]) {
  const rows = items.map(({ title, href, excerpt }) => {
    const link = Object.assign(document.createElement('a'), { href, target: '_blank', rel: 'noopener' })
    link.textContent = `${title}（新窗口打开）`
    const words = document.createElement('p')
    words.textContent = excerpt
    const row = document.createElement('li')
    row.append(link, words)
    return row
  })
  const all = document.createElement('ul')
  all.append(...rows)
  return all
}

for (const field of [subject, body])
  field?.addEventListener('input', () => {
    window.clearTimeout(waiting)
    waiting = window.setTimeout(() => void look(), pauseMs)
  })

export {}

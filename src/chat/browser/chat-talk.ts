type Message = { id: number; author: 'citizen' | 'agent'; name: string; body: string; time: string }
type News = { open: boolean; answered: boolean; standing: string; messages: Message[] }

/** With scripts news come by themselves and a message goes without a new page. What is typed stays until it has arrived. */
const form = document.querySelector<HTMLFormElement>('#say')
const list = document.querySelector<HTMLOListElement>('#messages')
const standing = document.querySelector<HTMLElement>('#standing')
const box = form?.querySelector<HTMLTextAreaElement>('textarea') ?? null
const send = form?.querySelector<HTMLButtonElement>('button') ?? null
/** Unit: milliseconds. A page that nobody looks at asks seldom; after a lost connection it waits longer each time. */
const pause = { seen: 3000, hidden: 20_000, most: 30_000 }
let failed = 0
let answered: boolean | undefined

const fieldOf = (name: string) => form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? ''
const draftKey = `chat ${fieldOf('number')}`
const lastId = () => Number(list?.querySelector<HTMLElement>('li:last-child')?.dataset.id ?? 0)

async function ask(more: { body?: string; key?: string } = {}): Promise<Response | undefined> {
  return fetch(form?.dataset.updates ?? '', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ number: fieldOf('number'), code: fieldOf('code'), after: lastId(), ...more }),
  }).catch(() => undefined)
}

function show(news: News) {
  const known = lastId()
  for (const message of news.messages) if (message.id > known) list?.append(rowOf(message))
  if (standing && standing.textContent !== news.standing) standing.textContent = news.standing
  // What the page offers has changed: it is made anew, unless somebody is typing.
  const changed = !news.open || (answered !== undefined && answered !== news.answered)
  answered = news.answered
  if (changed && !box?.value) form?.querySelector<HTMLButtonElement>('button[formaction]')?.click()
}

function rowOf({ id, author, name, body, time }: Message) {
  const row = document.createElement('li')
  row.className = author
  row.dataset.id = String(id)
  const head = Object.assign(document.createElement('p'), {
    className: 'quiet',
    textContent: `${name} ${time}`,
  })
  const words = Object.assign(document.createElement('p'), { className: 'words', textContent: body })
  row.append(head, words)
  return row
}

function say(text: string) {
  let line = form?.querySelector<HTMLElement>('[role="alert"]')
  if (!line) {
    if (!text) return
    line = document.createElement('p')
    line.className = 'wrong'
    line.setAttribute('role', 'alert')
    form?.prepend(line)
  }
  line.textContent = text
}

async function look() {
  const answer = await ask()
  if (answer?.ok) {
    if (failed) say('')
    failed = 0
    show((await answer.json()) as News)
  } else {
    failed += 1
    say('连接中断，正在重试。已写的内容会保留。')
  }
  const next = document.hidden ? pause.hidden : Math.min(pause.seen * 2 ** failed, pause.most)
  window.setTimeout(() => void look(), next)
}

let key = ''
async function sendTyped() {
  const body = box?.value.trim() ?? ''
  if (!box || !send || !body) return
  // The same words sent again after a lost answer are one message: the key stays until they arrived.
  key ||= fieldOf('key') + String(Date.now())
  send.disabled = true
  const answer = await ask({ body, key })
  send.disabled = false
  if (!answer) return say('连接中断，没有发出。已写的内容会保留，请再按一次发送。')
  if (!answer.ok) return say(((await answer.json()) as { title?: string }).title ?? '没有发出，请稍后再试。')
  key = ''
  box.value = ''
  sessionStorage.removeItem(draftKey)
  say('')
  show((await answer.json()) as News)
  box.focus()
}

if (form && list && box) {
  box.value ||= sessionStorage.getItem(draftKey) ?? ''
  box.addEventListener('input', () => sessionStorage.setItem(draftKey, box.value))
  box.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void sendTyped()
  })
  form.addEventListener('submit', (event) => {
    if ((event.submitter as HTMLButtonElement | null)?.formAction.endsWith('/chat/track')) return
    event.preventDefault()
    void sendTyped()
  })
  void look()
}

export {}

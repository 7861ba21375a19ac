type Item = { paragraph: Element; level: number; ordered: boolean; start: number }

const numbered = /^\(?[0-9]{1,3}[.)、）．]$|^[a-zA-Z][.)]$/
/** 一、（一） belong to the text of an official document and stay as they are. Source: GB/T 9704. */
const chinese = /^[（(]?[一二三四五六七八九十百]+[）)、．.]?$/

/** Word and WPS paste lists as paragraphs with a painted marker; makes them lists, nested by their level. */
export function listsOf(body: HTMLElement) {
  let run: Item[] = []
  for (const paragraph of [...body.querySelectorAll('p, li')]) {
    const item = itemOf(paragraph)
    const follows = run.length > 0 && run.at(-1)?.paragraph.nextElementSibling === paragraph
    if (run.length && (!item || !follows)) {
      build(run)
      run = []
    }
    if (item) run.push(item)
  }
  if (run.length) build(run)
}

function itemOf(paragraph: Element): Item | undefined {
  const style = paragraph.getAttribute('style') ?? ''
  const level = /mso-list:[^;]*level(\d+)/i.exec(style)?.[1]
  const marker = [...paragraph.querySelectorAll('span')].find((span) =>
    /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''),
  )
  if (!marker || paragraph.tagName !== 'P') return undefined
  const text = (marker.textContent ?? '').replace(/[\s\u00a0]/g, '')
  if (chinese.test(text)) {
    marker.replaceWith(text)
    return undefined
  }
  marker.remove()
  const ordered = numbered.test(text)
  return { paragraph, level: Number(level ?? 1), ordered, start: Number(/\d+/.exec(text)?.[0] ?? 1) }
}

function build(run: readonly Item[]) {
  const [first] = run
  if (!first) return
  const page = first.paragraph.ownerDocument
  const open: { list: Element; level: number; last: Element | undefined }[] = []
  const listFor = (item: Item) => {
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > item.level) open.pop()
    const top = open.at(-1)
    if (top && top.level >= item.level) return top
    const list = page.createElement(item.ordered ? 'ol' : 'ul')
    if (item.ordered && item.start > 1) list.setAttribute('start', String(item.start))
    if (top?.last) top.last.append(list)
    else first.paragraph.before(list)
    const made = { list, level: item.level, last: undefined }
    open.push(made)
    return made
  }
  for (const item of run) {
    const place = listFor(item)
    const entry = page.createElement('li')
    const text = page.createElement('p')
    text.append(...item.paragraph.childNodes)
    entry.append(text)
    place.list.append(entry)
    place.last = entry
    item.paragraph.remove()
  }
}

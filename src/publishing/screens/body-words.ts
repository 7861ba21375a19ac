/** The text of an item as words to compare: pictures, videos, links and table cells say what they are. */
export function bodyWords(bodyHtml: string): string {
  const { body } = new DOMParser().parseFromString(bodyHtml, 'text/html')
  for (const image of body.querySelectorAll('img'))
    image.replaceWith(`［图片 ${fileOf(image.getAttribute('src'))}：${image.alt || '没有替代文字'}］\n`)
  for (const video of body.querySelectorAll('video'))
    video.replaceWith(`［视频 ${fileOf(video.getAttribute('src'))}］\n`)
  for (const link of body.querySelectorAll('a')) link.append(`（${link.getAttribute('href') ?? ''}）`)
  for (const cell of body.querySelectorAll('td, th')) {
    const { colSpan, rowSpan } = cell as HTMLTableCellElement
    const merged = colSpan > 1 || rowSpan > 1 ? `［合并 ${rowSpan}×${colSpan}］` : ''
    cell.replaceWith(`｜${cell.textContent?.trim() ?? ''}${merged}`)
  }
  for (const heading of body.querySelectorAll('h2, h3, h4'))
    heading.prepend(`［${'一二三'[Number(heading.tagName[1]) - 2]}级标题］`)
  for (const block of body.querySelectorAll('p, li, tr, h2, h3, h4, blockquote, figcaption, br'))
    block.append('\n')
  for (const item of body.querySelectorAll('li')) item.prepend('· ')
  return (body.textContent ?? '').replace(/\n{2,}/g, '\n').trim()
}

const fileOf = (src: string | null) => src?.split('/').at(-1) ?? ''

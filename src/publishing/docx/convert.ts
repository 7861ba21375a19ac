import mammoth from 'mammoth'
import { lossesOf } from './losses.ts'
import { readMainPart } from './read-parts.ts'

/** `src` of each picture is `picture:N` until the picture has its place in the file store. */
export type Converted = { html: string; pictures: Picture[]; lost: string[] }
export type Picture = { name: string; bytes: Buffer }

const endings: Record<string, string> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}
/** Word names its headings in English inside the file; WPS and old templates also in Chinese. */
const styleMap = [
  ...[1, 2, 3].flatMap((level) =>
    [`标题 ${level}`, `标题${level}`].map((name) => `p[style-name='${name}'] => h${level + 1}:fresh`),
  ),
  ...[1, 2, 3].map((level) => `p[style-name='heading ${level}'] => h${level + 1}:fresh`),
  "p[style-name='Title'] => h2.text-center:fresh",
  "p[style-name='gongkai center'] => p.text-center:fresh",
  "p[style-name='gongkai right'] => p.text-right:fresh",
]

/** A .docx as HTML and pictures. Throws: Error when it is no readable document. */
export async function convertDocument(bytes: Buffer): Promise<Converted> {
  const mainPart = await readMainPart(bytes)
  const pictures: Picture[] = []
  let lostPictures = 0
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = endings[image.contentType]
    if (!ending) {
      lostPictures += 1
      return { src: '' }
    }
    pictures.push({ name: `图片${pictures.length + 1}.${ending}`, bytes: await image.readAsBuffer() })
    return { src: `picture:${pictures.length}` }
  })
  const options = { styleMap, convertImage, transformDocument: keepAlignment, externalFileAccess: false }
  const { value, messages } = await mammoth.convertToHtml({ buffer: bytes }, options)
  const unknown = messages.flatMap(
    ({ message }) => /unrecogni[sz]ed element was ignored: (\S+)/.exec(message)?.[1] ?? [],
  )
  return { html: value, pictures, lost: lossesOf(mainPart, lostPictures, [...new Set(unknown)]) }
}

type Element = { type: string; alignment?: string | null; styleName?: string | null; children?: Element[] }

/** The library drops alignment; a style of our own name carries it through the style map. */
function keepAlignment(element: Element): Element {
  const children = element.children?.map(keepAlignment)
  const aligned = ['center', 'right'].find((way) => way === element.alignment)
  const isPlain = element.type === 'paragraph' && !/heading|标题|title/i.test(element.styleName ?? '')
  return {
    ...element,
    ...(children ? { children } : {}),
    ...(aligned && isPlain ? { styleName: `gongkai ${aligned}` } : {}),
  }
}

import { Extension, mergeAttributes, Node } from '@tiptap/core'
import Image from '@tiptap/extension-image'
import { TableKit } from '@tiptap/extension-table'
import StarterKit from '@tiptap/starter-kit'

/** Staff see an upload before it is public. */
export const shownAt = (src: string) => src.replace(/^\/files\//, '/api/staff/files/')

const Picture = Image.extend({
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('img')
      dom.src = shownAt(node.attrs.src ?? '')
      dom.alt = node.attrs.alt ?? ''
      if (!dom.alt.trim()) dom.className = 'without-words'
      return { dom }
    }
  },
})

const ways = ['center', 'right'] as const
export type Alignment = (typeof ways)[number] | null

/** Alignment as a class of the site's style sheet; a style attribute would not survive the sanitizer. */
const Align = Extension.create({
  name: 'align',
  addGlobalAttributes() {
    const align = {
      default: null,
      parseHTML: (element: HTMLElement) =>
        ways.find((way) => element.classList.contains(`text-${way}`) || element.style.textAlign === way) ??
        null,
      renderHTML: ({ align }: Record<string, Alignment>) => (align ? { class: `text-${align}` } : {}),
    }
    return [{ types: ['paragraph', 'heading'], attributes: { align } }]
  },
})

const attributesOf = (element: HTMLElement) => {
  const video = element.matches('video') ? element : element.querySelector('video')
  if (!video) return false
  return {
    src: video.getAttribute('src'),
    poster: video.getAttribute('poster'),
    words: element.querySelector('figcaption')?.textContent ?? '',
  }
}

/** A video with its words: a figure whose caption says what is seen and heard. */
const Video = Node.create({
  name: 'video',
  group: 'block',
  atom: true,
  addAttributes: () => ({ src: { default: null }, poster: { default: null }, words: { default: '' } }),
  parseHTML: () => [
    { tag: 'figure', getAttrs: attributesOf },
    { tag: 'video', getAttrs: attributesOf },
  ],
  renderHTML({ node }) {
    const { src, poster, words } = node.attrs
    const video = mergeAttributes({ src, controls: '' }, poster ? { poster } : {})
    return ['figure', {}, ['video', video], ['figcaption', {}, words]]
  },
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('figure')
      const video = document.createElement('video')
      video.src = shownAt(node.attrs.src ?? '')
      if (node.attrs.poster) video.poster = shownAt(node.attrs.poster)
      video.controls = true
      video.preload = 'metadata'
      const words = document.createElement('figcaption')
      words.textContent = node.attrs.words
      dom.append(video, words)
      return { dom }
    }
  },
})

/** What the server's sanitizer keeps; heading 1 is the page's own title. */
export const extensions = [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    code: false,
    codeBlock: false,
    link: { openOnClick: false, defaultProtocol: 'https', protocols: ['mailto', 'tel'] },
  }),
  Picture.configure({ allowBase64: true }),
  TableKit.configure({ table: { resizable: false } }),
  Align,
  Video,
]

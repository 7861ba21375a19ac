import sharp from 'sharp'
import type { Content } from '../content.ts'
import { refuse } from '../refusals.ts'

/** A scan of A3 at 600 dpi has 70 million pixels. An animation counts with all its frames. */
const mostPixels = 100_000_000

/** Reads the header only. Throws: Refusal file_damaged, picture_too_large. */
export async function inspectPicture(content: Content): Promise<void> {
  const source = 'bytes' in content ? content.bytes : content.path
  const head = await sharp(source, { limitInputPixels: false, animated: true })
    .metadata()
    .catch(() => undefined)
  if (!head?.width || !head.height) throw refuse('file_damaged')
  const { width, height, pageHeight = height, pages = 1 } = head
  if (width * pageHeight * pages > mostPixels) throw refuse('picture_too_large')
}

import { bytesOf, type Content, inMemory } from '../content.ts'
import { jpegWithoutMetadata } from './jpeg.ts'
import { pngWithoutMetadata } from './png.ts'
import { webpWithoutMetadata } from './webp.ts'

const strippers: Record<string, (bytes: Buffer) => Buffer> = {
  'image/jpeg': jpegWithoutMetadata,
  'image/png': pngWithoutMetadata,
  'image/webp': webpWithoutMetadata,
}

/**
 * The same picture, pixel for pixel, without place, camera, author and editing history; its colours and its right way up stay.
 * Other files come back as they are.
 */
export async function withoutMetadata(mediaType: string, content: Content): Promise<Content> {
  const strip = strippers[mediaType]
  return strip ? inMemory(strip(await bytesOf(content))) : content
}

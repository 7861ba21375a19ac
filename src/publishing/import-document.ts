import { extname } from 'node:path'
import { assertCan, type Staff } from '#people'
import { type Platform, Refusal } from '#platform'
import type { Tx } from '#platform/db'
import { assertSafeToOpen } from '#platform/files'
import { cleanBody } from './body.ts'
import { type Converted, convertDocument, type Picture } from './docx/convert.ts'
import { refuse } from './refusals.ts'
import { keepUpload } from './upload-file.ts'

/** Unit: bytes. A document of a thousand pages with pictures. */
export const documentLimitBytes = 30 * 1024 * 1024

/**
 * A Word document becomes clean text with its pictures stored as files, and says what did not come along.
 * Nothing is saved as an item yet: the author looks first. Throws: Refusal not_allowed, document_unreadable, file_*.
 */
export async function importDocument(
  platform: Platform,
  staff: Staff,
  document: { name: string; bytes: Buffer },
): Promise<{ bodyHtml: string; pictures: number; lost: string[] }> {
  assertCan(staff, 'publishing.write')
  const { html, pictures, lost } = await readDocument(document)
  const ids = await platform.inTransaction(async (tx) => {
    const kept: (number | undefined)[] = []
    for (const picture of pictures) kept.push(await keepPicture(platform, tx, staff, picture))
    return kept
  })
  // A picture without a place has no address, and cleaning drops it.
  const placed = html.replace(/src="picture:(\d+)"/g, (_, nth) => {
    const id = ids[Number(nth) - 1]
    return id ? `src="/files/${id}"` : ''
  })
  const refused = ids.filter((id) => id === undefined).length
  const told = refused ? [...lost, `${refused} 张图片已损坏，没有导入。`] : lost
  return { bodyHtml: cleanBody(placed), pictures: ids.length - refused, lost: told }
}

/** undefined: the bytes are not the picture they say they are. */
async function keepPicture(platform: Platform, tx: Tx, staff: Staff, picture: Picture) {
  try {
    return (await keepUpload(platform, tx, staff, picture)).id
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

async function readDocument({ name, bytes }: { name: string; bytes: Buffer }): Promise<Converted> {
  if (extname(name).toLowerCase() !== '.docx' || bytes.length > documentLimitBytes)
    throw refuse('document_unreadable')
  try {
    await assertSafeToOpen({ name, bytes }, ['document'])
    return await convertDocument(bytes)
  } catch {
    throw refuse('document_unreadable')
  }
}

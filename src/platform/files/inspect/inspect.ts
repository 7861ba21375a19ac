import type { Content } from '../content.ts'
import { inspectPicture } from './picture.ts'
import { inspectZip } from './zip.ts'

const mebibyte = 1024 * 1024
/** A document is expanded by whoever reads it, us included; an archive only by its reader. */
const documentLimits = { entries: 5_000, expandedBytes: 300 * mebibyte, ratio: 200, expand: true }
const archiveLimits = { entries: 20_000, expandedBytes: 2_048 * mebibyte, ratio: 200, expand: false }

/**
 * Refuses files that are small on the wire and huge when opened.
 * Throws: Refusal file_damaged, file_expands, archive_path_refused, picture_too_large.
 */
export async function inspect(mediaType: string, content: Content): Promise<void> {
  if (mediaType.startsWith('image/')) await inspectPicture(content)
  else if (mediaType === 'application/zip') await inspectZip(content, archiveLimits)
  else if (mediaType.startsWith('application/vnd.openxmlformats')) await inspectZip(content, documentLimits)
}

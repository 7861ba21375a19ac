import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import { knownOfLetter } from '../known.ts'
import { findingsOf } from './check-reply-file.ts'
import { listReplyFiles, publicReplyFiles, type ReplyFile } from './store.ts'

/** For the console; the read is on the audit record. Throws: Refusal not_allowed, not_found. */
export async function openForStaff(platform: Platform, staff: Staff, letterId: number, id: number) {
  assertCan(staff, 'letters.read')
  const file = (await listReplyFiles(platform.db, platform, letterId)).find((one) => one.id === id)
  if (file)
    await platform.inTransaction(async (tx) =>
      record(tx, {
        actor: actorOf(staff),
        action: 'letters.read_reply_file',
        subject: { kind: 'letter', id: letterId },
        detail: { file: id },
      }),
    )
  return opened(platform, file)
}

/** What the sender got with replies; of a joint reply, only what tells about nobody. */
export async function filesForSender(
  platform: Platform,
  letter: { id: number; status: string; duplicateOfId: number | null },
): Promise<ReplyFile[]> {
  const { db } = platform
  const own = (await listReplyFiles(db, platform, letter.id)).filter(({ sent }) => sent)
  if (letter.status !== 'merged' || letter.duplicateOfId === null) return own
  const main = letter.duplicateOfId
  const known = await platform.inTransaction((tx) => knownOfLetter(tx, platform, main))
  const joint = (await listReplyFiles(db, platform, main)).filter(({ sent }) => sent)
  return [...own, ...joint.filter((file) => findingsOf(file, known).length === 0)]
}

/** Throws: Refusal not_found. */
export async function openForSender(
  platform: Platform,
  letter: { id: number; status: string; duplicateOfId: number | null },
  id: number,
) {
  return opened(
    platform,
    (await filesForSender(platform, letter)).find((one) => one.id === id),
  )
}

async function opened(platform: Platform, file: ReplyFile | undefined) {
  if (!file) throw refuse('not_found')
  const { stream } = await platform.files.open({ id: file.fileId })
  return { name: file.name, mediaType: file.mediaType, stream }
}

/** For everybody; undefined is not found, whatever the reason. */
export async function findPublicReplyFile({ db }: Platform, letterId: number, id: number) {
  const found = (await publicReplyFiles(db, letterId)).find((one) => one.id === id)
  return (
    found && {
      id: found.file_id,
      name: found.name_public,
      mediaType: found.media_type,
      sizeBytes: found.size_bytes,
      sha256: found.sha256,
    }
  )
}

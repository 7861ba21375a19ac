import type { Platform } from '#platform'
import { type Db, sql, type Tx } from '#platform/db'
import { sealFileName, sealReply, unsealFileName, unsealReply } from '../sealed.ts'

export type ReplyFile = {
  id: number
  letterId: number
  replyId: number | null
  /** The reply that carries it went out. */
  sent: boolean
  fileId: number
  name: string
  namePublic: string
  text: string
  shown: boolean
  mediaType: string
  sizeBytes: number
  sha256: string
}

export async function insertReplyFile(
  tx: Tx,
  platform: Platform,
  file: Pick<ReplyFile, 'letterId' | 'fileId' | 'name' | 'namePublic' | 'text'> & { staffId: number },
): Promise<number> {
  const { id } = await tx
    .insertInto('letter_reply_files')
    .values({
      letter_id: file.letterId,
      file_id: file.fileId,
      name_sealed: sealFileName(platform, file.name),
      name_public: file.namePublic,
      text_sealed: sealReply(platform, file.text),
      added_by: file.staffId,
      added_at: platform.clock.now(),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** All files of a letter's replies, those that wait for a draft too. */
export async function listReplyFiles(
  db: Db | Tx,
  platform: Platform,
  letterId: number,
): Promise<ReplyFile[]> {
  const rows = await db
    .selectFrom('letter_reply_files as kept')
    .innerJoin('stored_files', 'stored_files.id', 'kept.file_id')
    .leftJoin('letter_replies', 'letter_replies.id', 'kept.reply_id')
    .selectAll('kept')
    .select(['stored_files.media_type', 'stored_files.size_bytes', 'stored_files.sha256'])
    .select('letter_replies.approved_on')
    .where('kept.letter_id', '=', letterId)
    .orderBy('kept.id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    letterId: row.letter_id,
    replyId: row.reply_id,
    sent: row.approved_on !== null,
    fileId: row.file_id,
    name: unsealFileName(platform, row.name_sealed),
    namePublic: row.name_public,
    text: unsealReply(platform, row.text_sealed),
    shown: row.shown,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
  }))
}

const isOneOf = (ids: readonly number[]) => sql<boolean>`id = any(${[...ids]}::bigint[])`

/** Every file that went out with no reply yet goes with this one. */
export async function takeAlong(tx: Tx, letterId: number, replyId: number, shown: readonly number[]) {
  await tx
    .updateTable('letter_reply_files')
    .set({ reply_id: replyId, shown: isOneOf(shown) })
    .where('letter_id', '=', letterId)
    .where((eb) =>
      eb.or([
        eb('reply_id', 'is', null),
        eb('reply_id', 'in', (draft) =>
          draft
            .selectFrom('letter_replies')
            .select('id')
            .where('letter_id', '=', letterId)
            .where('approved_by', 'is', null),
        ),
      ]),
    )
    .execute()
}

/** Which files of the latest reply the public gets. */
export async function showFiles(tx: Tx, replyId: number, shown: readonly number[]) {
  await tx
    .updateTable('letter_reply_files')
    .set({ shown: isOneOf(shown) })
    .where('reply_id', '=', replyId)
    .execute()
}

/** Files that everybody may have: of a released letter's latest reply. Names are masked. */
export function publicReplyFiles(db: Db, letterId: number) {
  return db
    .selectFrom('letter_reply_files as kept')
    .innerJoin('stored_files', 'stored_files.id', 'kept.file_id')
    .innerJoin('letters', 'letters.id', 'kept.letter_id')
    .select(['kept.id', 'kept.file_id', 'kept.name_public'])
    .select(['stored_files.media_type', 'stored_files.size_bytes', 'stored_files.sha256'])
    .where('kept.letter_id', '=', letterId)
    .where('kept.shown', '=', true)
    .where('letters.released', '=', true)
    .where('kept.reply_id', '=', (eb) =>
      eb
        .selectFrom('letter_replies')
        .select((latest) => latest.fn.max<number>('id').as('id'))
        .where('letter_id', '=', letterId)
        .where('approved_by', 'is not', null),
    )
    .orderBy('kept.id')
    .execute()
}

import { record } from '#audit'
import { actorOf, type Staff } from '#people'
import type { Platform } from '#platform'
import { assertCan } from '../permission.ts'
import { assertTemplate } from './fill-template.ts'
import type { LetterKind } from './letter-kinds.ts'
import { letterLimitBytes } from './make-letter.ts'

/** The agency's own Word template takes the place of the built-in one. Throws: Refusal template_broken, template_fields, file_type_refused. */
export function uploadTemplate(
  platform: Platform,
  staff: Staff,
  kind: LetterKind,
  upload: { name: string; bytes: Buffer },
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.approve')
    assertTemplate(kind, upload.bytes)
    const file = await platform.files.put(tx, upload, { accept: ['document'], limitBytes: letterLimitBytes })
    const row = { file_id: file.id, uploaded_by: staff.id, uploaded_at: platform.clock.now() }
    await tx
      .insertInto('foi_letter_templates')
      .values({ kind, ...row })
      .onConflict((conflict) => conflict.column('kind').doUpdateSet(row))
      .execute()
    const subject = { kind: 'foi_letter_template', id: kind }
    record(tx, {
      actor: actorOf(staff),
      action: 'foi.upload_template',
      subject,
      detail: { sha256: file.sha256 },
    })
  })
}

/** Back to the built-in template. */
export function dropTemplate(platform: Platform, staff: Staff, kind: LetterKind): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.approve')
    await tx.deleteFrom('foi_letter_templates').where('kind', '=', kind).execute()
    const subject = { kind: 'foi_letter_template', id: kind }
    record(tx, { actor: actorOf(staff), action: 'foi.drop_template', subject })
  })
}

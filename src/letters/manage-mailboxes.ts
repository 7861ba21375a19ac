import { record } from '#audit'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { MailboxInput } from './contract.ts'
import { refuse } from './refusals.ts'

/** Changes how a mailbox works; letters that run keep the dates they were given. Throws: Refusal not_allowed, mailbox_unknown. */
export function changeMailbox(
  platform: Platform,
  staff: Staff,
  key: string,
  input: MailboxInput,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'letters.configure')
    const changed = await tx
      .updateTable('mailboxes')
      .set(input)
      .where('key', '=', key)
      .returning('key')
      .executeTakeFirst()
    if (!changed) throw refuse('mailbox_unknown')
    await platform.cache.touch(tx, ['letters', 'site'])
    record(tx, {
      actor: actorOf(staff),
      action: 'letters.change_mailbox',
      subject: { kind: 'mailbox', id: key },
      detail: { ...input },
    })
  })
}

/** Throws: Refusal not_allowed, mailbox_exists. */
export function addMailbox(
  platform: Platform,
  staff: Staff,
  key: string,
  input: MailboxInput,
): Promise<void> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'letters.configure')
    const added = await tx
      .insertInto('mailboxes')
      .values((eb) => ({
        key,
        ...input,
        position: eb
          .selectFrom('mailboxes')
          .select((of) => of.fn.coalesce(of(of.fn.max('position'), '+', 1), of.val(1)).as('next')),
      }))
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst()
    if (!added) throw refuse('mailbox_exists', { key: '请换一个代码。' })
    record(tx, {
      actor: actorOf(staff),
      action: 'letters.add_mailbox',
      subject: { kind: 'mailbox', id: key },
    })
  })
}

import { record } from '#audit'
import { listMailboxes } from '#letters'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import { type ChatSettings, serviceHours } from './contract.ts'
import { refuse } from './refusals.ts'

export async function readSettings(db: Db | Tx): Promise<ChatSettings> {
  const row = await db.selectFrom('chat_settings').selectAll().executeTakeFirstOrThrow()
  return {
    inUse: row.in_use,
    hours: serviceHours.parse(row.hours),
    idleAfter: row.idle_after,
    mailbox: row.mailbox,
  }
}

/** Where a talk goes that becomes a letter at the citizen's wish: the chosen mailbox, else the first one in use. */
export async function mailboxOf(db: Db | Tx): Promise<string> {
  const [{ mailbox }, mailboxes] = [await readSettings(db), await listMailboxes(db)]
  const inUse = mailboxes.filter((one) => one.in_use)
  return (inUse.find(({ key }) => key === mailbox) ?? inUse[0])?.key ?? ''
}

/** Throws: Refusal not_allowed, mailbox_not_there. */
export const changeSettings = (platform: Platform, staff: Staff, input: ChatSettings): Promise<void> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'chat.configure')
    const before = await readSettings(tx)
    const known = await listMailboxes(tx)
    if (input.mailbox !== null && !known.some(({ key, in_use }) => key === input.mailbox && in_use))
      throw refuse('mailbox_not_there', { mailbox: '请重新选择' })
    await tx
      .updateTable('chat_settings')
      .set({
        in_use: input.inUse,
        hours: JSON.stringify(input.hours),
        idle_after: input.idleAfter,
        mailbox: input.mailbox,
      })
      .execute()
    record(tx, {
      actor: actorOf(staff),
      action: 'chat.change_settings',
      subject: { kind: 'chat_settings', id: 1 },
      detail: { before, after: input },
    })
  })

/** With the mailboxes to choose from. Throws: Refusal not_allowed. */
export async function readOwnSettings({ db }: Platform, staff: Staff) {
  assertCan(staff, 'chat.configure')
  const mailboxes = (await listMailboxes(db)).filter(({ in_use }) => in_use)
  return {
    ...(await readSettings(db)),
    mailboxes: mailboxes.map(({ key, name }) => ({ key, name })),
  }
}

import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { addressesFor } from './owners.ts'

/** A mail leaves the house: it has the question, which is no secret, and nothing of the answer. */
export async function tellOwner(
  platform: Platform,
  tx: Tx,
  entry: { id: number; question: string; ownerId: number },
  { subject, text }: { subject: string; text: string },
): Promise<void> {
  for (const to of await addressesFor(tx, entry.ownerId))
    await platform.mail.sendLater(tx, {
      to,
      subject: `${subject}：口径${entry.id}号`,
      text: `口径“${entry.question}”${text}\n请登录工作台，在“知识库”中办理。`,
    })
}

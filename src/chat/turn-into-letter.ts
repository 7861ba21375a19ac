import type { z } from 'zod'
import { type Actor, record } from '#audit'
import { type LetterReceipt, openLetter } from '#letters'
import { actorOf, assertCan, type Staff } from '#people'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import type { letterFromTalk } from './contract.ts'
import { unsealCitizen, unsealMessage } from './sealed.ts'
import { getSealed, listMessages, lockTalk, saveTalk } from './store.ts'
import { assertMove, assertUnsettled, type Talk } from './talk.ts'

type Given = z.infer<typeof letterFromTalk>
/** Unit: characters of the question that a letter is called by when nobody names it. */
const subjectCharacters = 40

/**
 * What cannot be answered at once becomes a letter with its own clock. Pressed twice it is one letter.
 * Throws: Refusal not_allowed, not_found, not_your_talk, not_claimed, talk_settled, mailbox_unknown.
 */
export const turnIntoLetter = (
  platform: Platform,
  staff: Staff,
  id: number,
  given: Given,
): Promise<LetterReceipt> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'chat.answer')
    const talk = await lockTalk(tx, id)
    assertMove(talk, 'turn', staff.id)
    return openFromTalk(tx, platform, actorOf(staff), talk, given)
  })

/** In the transaction of the caller, who has locked the talk. Throws: Refusal talk_settled, mailbox_unknown. */
export async function openFromTalk(
  tx: Tx,
  platform: Platform,
  actor: Actor,
  talk: Talk,
  { mailbox, subject, consents }: Given,
): Promise<LetterReceipt> {
  const { id } = talk
  if (talk.letterId === null) assertUnsettled(talk)
  const [row, said] = [await getSealed(tx, id), await listMessages(tx, id, ['citizen'])]
  const citizen = unsealCitizen(platform, row.citizen_sealed)
  const words = said.map(({ body_sealed }) => unsealMessage(platform, body_sealed))
  const receipt = await openLetter(tx, platform, actor, {
    mailbox,
    author: citizen.name,
    telephone: citizen.telephone,
    subject: subject || subjectOf(words[0] ?? ''),
    body: words.join('\n'),
    consents,
    source: { kind: 'chat', id },
  })
  if (talk.letterId !== null) return receipt
  await saveTalk(tx, id, {
    outcome: 'turned_into_letter',
    letter_id: receipt.id,
    ...(talk.status === 'closed'
      ? {}
      : {
          status: 'closed',
          closed_at: platform.clock.now(),
          closed_by: actor.kind === 'staff' ? 'agent' : 'citizen',
        }),
  })
  record(tx, {
    actor,
    action: 'chat.turn_into_letter',
    subject: { kind: 'talk', id },
    detail: { letter: receipt.number },
  })
  return receipt
}

const subjectOf = (question: string): string => {
  const line = question.split('\n')[0] ?? ''
  return line.length > subjectCharacters ? `${line.slice(0, subjectCharacters)}…` : line
}

import { record } from '#audit'
import { addWorkingDays, CalendarGap, workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { knownOfForm } from '#privacy'
import type { ContactInput } from './contract.ts'
import { insertEvent } from './events.ts'
import { endFollowUp, listFollowUps, openFollowUp, openOne } from './follow-ups.ts'
import { forgetSender } from './forget-sender.ts'
import { senderKey } from './keys.ts'
import { knownOfLetter } from './known.ts'
import { isOpen, type Letter, type SenderMove, senderMay } from './letter.ts'
import { reopenMerged } from './merge-letter.ts'
import { isOnlyThanks } from './only-thanks.ts'
import { refuse } from './refusals.ts'
import { sealKnown, sealOriginal, unsealOriginal } from './sealed.ts'
import { getMailboxByKey, lockLetter, saveLetter } from './store.ts'

/** Ratings up to this open a follow-up. Unit: 1 (very dissatisfied) to 5. */
const badRating = 2

/** Five levels, one click, once. A bad one opens a follow-up; a good one ends the letter. Throws: Refusal not_replied, rated_already. */
export function rateLetter(platform: Platform, id: number, rating: number): Promise<void> {
  return asSender(platform, id, 'rate', async (tx, letter) => {
    if (!letter.repliedOn) throw refuse('not_replied')
    if (letter.rating !== null) throw refuse('rated_already')
    const rated = { rating, rated_at: platform.clock.now() }
    const bad = rating <= badRating
    if (bad) await openFollowUp(tx, platform, letter, 'bad_rating')
    const ends = !bad && letter.status === 'replied' && !openOne(await listFollowUps(tx, id))
    await saveLetter(tx, letter, {
      ...rated,
      ...(bad ? { status: 'replied', closed_on: null, duplicate_of_id: null } : {}),
      ...(ends ? { status: 'closed', closed_on: platform.clock.today() } : {}),
    })
    return { kind: 'rated', detail: { rating } }
  })
}

/**
 * The sender is not done: the letter is handled again, on a clock of its own. Mere thanks are noted and open nothing.
 * Throws: Refusal objection_too_late.
 */
export function objectToReply(platform: Platform, id: number, words: string): Promise<void> {
  return asSender(platform, id, 'object', async (tx, letter) => {
    if (isOnlyThanks(words)) return { kind: 'thanked' }
    await assertInTime(tx, platform, letter)
    await endFollowUp(tx, platform, id, { staffId: null })
    await openFollowUp(tx, platform, letter, 'objection', words)
    const handled = { status: 'handling', closed_on: null, duplicate_of_id: null, released: false }
    await saveLetter(tx, letter, handled)
    return { kind: 'objected' }
  })
}

/** Counted from the latest reply. Unit: working days. Days that no notice covers yet are in time. */
async function assertInTime(tx: Tx, { clock }: Platform, letter: Letter) {
  const { objections_within } = await getMailboxByKey(tx, letter.mailbox)
  const from = letter.lastRepliedOn ?? letter.repliedOn
  if (!from) throw refuse('not_replied')
  try {
    if (clock.today() > addWorkingDays(await workingCalendar(tx), from, objections_within))
      throw refuse('objection_too_late')
  } catch (error) {
    if (!(error instanceof CalendarGap)) throw error
  }
}

/** The sender takes the letter back: it is public no longer, and no longer handled. Law: PIPL art. 15. Throws: Refusal nothing_to_withdraw. */
export function withdrawLetter(platform: Platform, id: number): Promise<void> {
  return asSender(platform, id, 'withdraw', async (tx, letter) => {
    const ended = letter.repliedOn && !isOpen(letter.status)
    if (ended && !letter.consents && !letter.released) throw refuse('nothing_to_withdraw')
    await saveLetter(tx, letter, {
      ...(await endedBySender(tx, platform, letter)),
      released: false,
      consents_to_publication: false,
      consent_withdrawn: true,
    })
    return { kind: 'withdrawn' }
  })
}

/** Unanswered, it is withdrawn, and what was merged into it goes on without it; answered before, it has its end with that reply. */
async function endedBySender(tx: Tx, platform: Platform, letter: Letter) {
  if (!isOpen(letter.status)) return {}
  await endFollowUp(tx, platform, letter.id, { staffId: null, outcome: '来信人撤回' })
  if (letter.repliedOn) return { status: 'closed', closed_on: platform.clock.today() }
  await reopenMerged(tx, platform, letter, null)
  return { status: 'withdrawn' }
}

/**
 * Name and ways to reach the sender are struck from everything that was written; the letter goes on. What is known stays sealed
 * for one use: masking the replies to come. Law: PIPL art. 47. Throws: Refusal name_withdrawn_already.
 */
export function withdrawName(platform: Platform, id: number): Promise<void> {
  return asSender(platform, id, 'withdraw_name', async (tx, letter) => {
    if (letter.nameWithdrawn) throw refuse('name_withdrawn_already')
    await forgetSender(tx, platform, letter)
    return { kind: 'name_withdrawn' }
  })
}

/**
 * Telephone and e-mail as they should be; what the mailbox requires stays required. Both numbers stay known to the masks.
 * Law: PIPL art. 46. Throws: Refusal name_withdrawn_already, author_missing.
 */
export function correctContact(platform: Platform, id: number, given: ContactInput): Promise<void> {
  return asSender(platform, id, 'correct_contact', async (tx, letter) => {
    const { original_sealed, erased_at } = await tx
      .selectFrom('letters')
      .select(['original_sealed', 'erased_at'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    if (letter.nameWithdrawn || erased_at) throw refuse('name_withdrawn_already')
    const { phone_required } = await getMailboxByKey(tx, letter.mailbox)
    if (phone_required && !given.telephone) throw refuse('author_missing')
    const known = await knownOfLetter(tx, platform, id)
    const more = knownOfForm({ author: '', ...given })
    const original = { ...unsealOriginal(platform, original_sealed), ...given }
    await saveLetter(tx, letter, {
      original_sealed: sealOriginal(platform, original),
      known_sealed: sealKnown(platform, [...known, ...more]),
      sender_key: senderKey(platform, given.telephone),
    })
    return { kind: 'contact_corrected' }
  })
}

type Work = (tx: Tx, letter: Letter) => Promise<{ kind: string; detail?: object }>

/** The shape of every move of a sender. Throws: Refusal wrong_status. */
function asSender(platform: Platform, id: number, move: SenderMove, work: Work): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const letter = await lockLetter(tx, id)
    if (!senderMay(letter.status, move))
      throw refuse(
        letter.repliedOn || move === 'withdraw' || move === 'correct_contact'
          ? 'wrong_status'
          : 'not_replied',
      )
    const { kind, detail = {} } = await work(tx, letter)
    const [on, at] = [platform.clock.today(), platform.clock.now()]
    await platform.cache.forget(tx, ['letters', `letter:${id}`])
    await insertEvent(tx, { letterId: id, kind, on, detail, staffId: null, at })
    record(tx, { actor: { kind: 'citizen' }, action: `letters.${kind}`, subject: { kind: 'letter', id } })
  })
}

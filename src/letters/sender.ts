import { record } from '#audit'
import type { Platform } from '#platform'
import { isReceiptCode } from '#platform/seal'
import { insertEvent, listEvents } from './events.ts'
import { refuse } from './refusals.ts'
import { unsealReply } from './sealed.ts'
import { getLetter, lockLetter, saveLetter } from './store.ts'

/** A guess costs this much time, whatever was wrong. Unit: milliseconds. */
const slowness = 400

/** Finds a letter by number and code; a wrong number and a wrong code look alike. Throws: Refusal code_wrong. */
export async function findSent(platform: Platform, number: string, code: string): Promise<number> {
  const given = number.trim().toUpperCase()
  const row = await platform.db
    .selectFrom('letters')
    .select('id')
    .where('number', '=', given)
    .executeTakeFirst()
  if (row && isReceiptCode(platform.config.secretKey, 'letter', given, code)) return row.id
  platform.log.warn({ event: 'query_code_refused' }, 'a query code was refused')
  await new Promise((resolve) => setTimeout(resolve, slowness))
  throw refuse('code_wrong', { code: '编号或者查询码不对，请对照回执重新填写。' })
}

/** What the sender sees: the reply in full, once it is given. */
export async function readSent(platform: Platform, id: number) {
  const letter = await getLetter(platform.db, id)
  const events = await listEvents(platform.db, id)
  const row = await platform.db
    .selectFrom('letters')
    .select('reply_sealed')
    .where('id', '=', id)
    .executeTakeFirst()
  const sealed = letter.repliedOn ? row?.reply_sealed : undefined
  return { letter, events, reply: sealed ? unsealReply(platform, sealed) : null }
}
export type Sent = Awaited<ReturnType<typeof readSent>>

/** Five levels, one click, once. Unit: 1 (very dissatisfied) to 5. Throws: Refusal not_replied, rated_already. */
export function rateLetter(platform: Platform, id: number, rating: number): Promise<void> {
  return asSender(platform, id, 'rated', async (tx, letter) => {
    if (!letter.repliedOn) throw refuse('not_replied')
    if (letter.rating !== null) throw refuse('rated_already')
    await saveLetter(tx, letter, { rating, rated_at: platform.clock.now() })
    return { rating }
  })
}

/** The sender takes the letter back: it is public no longer, and no longer handled. Law: PIPL art. 15. */
export function withdrawLetter(platform: Platform, id: number): Promise<void> {
  return asSender(platform, id, 'withdrawn', async (tx, letter) => {
    if (letter.status === 'withdrawn') throw refuse('wrong_status')
    const status = letter.repliedOn ? letter.status : 'withdrawn'
    await saveLetter(tx, letter, { status, released: false, consents_to_publication: false })
    return {}
  })
}

type Work = (
  tx: Parameters<typeof lockLetter>[0],
  letter: Awaited<ReturnType<typeof lockLetter>>,
) => Promise<object>

function asSender(platform: Platform, id: number, kind: string, work: Work): Promise<void> {
  return platform.inTransaction(async (tx) => {
    const detail = await work(tx, await lockLetter(tx, id))
    const [on, at] = [platform.clock.today(), platform.clock.now()]
    await platform.cache.forget(tx, ['letters', `letter:${id}`])
    await insertEvent(tx, { letterId: id, kind, on, detail, staffId: null, at })
    record(tx, { actor: { kind: 'citizen' }, action: `letters.${kind}`, subject: { kind: 'letter', id } })
  })
}

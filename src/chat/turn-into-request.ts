import { record } from '#audit'
import { registerRequest } from '#foi'
import { actorOf, assertCan, type Staff } from '#people'
import { type Platform, within } from '#platform'
import { dayOf } from '#platform/clock'
import type { ApplicantInput, RequestFromTalk } from './contract.ts'
import { refuse } from './refusals.ts'
import { sealCitizen, unsealCitizen, unsealMessage } from './sealed.ts'
import { getSealed, listMessages, lockTalk, saveTalk } from './store.ts'
import { assertMove, assertUnsettled } from './talk.ts'

/**
 * Who asks for information is passed on to the office for disclosure, which writes the request down; somebody must be there to ask back.
 * Law: Order 711 art. 29 ¶2 (1). Throws: Refusal not_allowed, not_your_talk, not_claimed, talk_settled, citizen_missing.
 */
export const passToDisclosure = (
  platform: Platform,
  staff: Staff,
  id: number,
  given: ApplicantInput,
): Promise<void> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'chat.answer')
    const talk = await lockTalk(tx, id)
    assertMove(talk, 'turn', staff.id)
    assertUnsettled(talk)
    const known = unsealCitizen(platform, (await getSealed(tx, id)).citizen_sealed)
    const citizen = { name: given.name || known.name, telephone: given.telephone || known.telephone }
    if (!citizen.name || !citizen.telephone)
      throw refuse('citizen_missing', { name: '请填写', telephone: '请填写' })
    await saveTalk(tx, id, {
      citizen_sealed: sealCitizen(platform, citizen),
      outcome: 'turned_into_request',
      awaits_registration: true,
      ...(talk.status === 'closed'
        ? {}
        : { status: 'closed', closed_at: platform.clock.now(), closed_by: 'agent' }),
    })
    record(tx, {
      actor: actorOf(staff),
      action: 'chat.pass_to_disclosure',
      subject: { kind: 'talk', id },
    })
  })

/** Oldest first, masked: talks that wait for the office that writes requests down. Throws: Refusal not_allowed. */
export async function readAwaiting({ db }: Platform, staff: Staff) {
  assertCan(staff, 'foi.handle')
  const items = await db
    .selectFrom('chat_talks')
    .leftJoin('staff', 'staff.id', 'chat_talks.agent_id')
    .select(['chat_talks.id', 'chat_talks.number', 'opened_at as openedAt', 'question_masked as question'])
    .select('staff.name as agentName')
    .where('awaits_registration', '=', true)
    .orderBy('opened_at')
    .orderBy('chat_talks.id')
    .limit(200)
    .execute()
  return { items }
}

/** The office opens what waits for it, and nothing else; on the record. Throws: Refusal not_allowed, talk_not_awaiting. */
export const readForRegistration = (platform: Platform, staff: Staff, id: number) =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.handle')
    const talk = await lockTalk(tx, id)
    if (!talk.awaitsRegistration) throw refuse('talk_not_awaiting')
    record(tx, { actor: actorOf(staff), action: 'chat.read_sealed', subject: { kind: 'talk', id } })
    const [row, said] = [await getSealed(tx, id), await listMessages(tx, id, ['citizen'])]
    return {
      caller: unsealCitizen(platform, row.citizen_sealed),
      content: said.map(({ body_sealed }) => unsealMessage(platform, body_sealed)).join('\n'),
      calledOn: row.on_day,
    }
  })

/**
 * The request as the office writes it down; received on the day that both sides confirmed it. Pressed twice it is one request.
 * Law: Order 711 art. 29 ¶1, art. 31. Throws: Refusal not_allowed, talk_not_awaiting, and those of `registerRequest`.
 */
export const registerFromTalk = (
  platform: Platform,
  staff: Staff,
  id: number,
  given: RequestFromTalk,
): Promise<{ id: number; number: string }> =>
  platform.inTransaction(async (tx) => {
    assertCan(staff, 'foi.handle')
    const talk = await lockTalk(tx, id)
    if (talk.requestId !== null)
      return tx
        .selectFrom('foi_requests')
        .select(['id', 'number'])
        .where('id', '=', talk.requestId)
        .executeTakeFirstOrThrow()
    if (!talk.awaitsRegistration) throw refuse('talk_not_awaiting')
    const { opened_at } = await getSealed(tx, id)
    // Written into the agency's page: an application over the internet [INF], confirmed as art. 31 says of it.
    const request = await registerRequest(within(platform, tx), staff, {
      ...given,
      channel: 'internet',
      arrival: 'electronic',
      oral: false,
      arrivedOn: dayOf(opened_at),
    })
    await saveTalk(tx, id, { request_id: request.id, awaits_registration: false })
    record(tx, {
      actor: actorOf(staff),
      action: 'chat.turn_into_request',
      subject: { kind: 'talk', id },
      detail: { request: request.number },
    })
    return request
  })

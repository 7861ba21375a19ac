import { workingCalendar } from '#calendar'
import type { Platform } from '#platform'
import { type Answer, latestAnswer } from './answer-store.ts'
import type { DueDate } from './clock/explain.ts'
import { type CaseEvent, dueDateOf, listEvents } from './events.ts'
import { isQueryCode } from './query-code.ts'
import { refuse } from './refusals.ts'
import { listForApplicant } from './release/read-file.ts'
import type { DisclosureRequest } from './request.ts'
import { getRequest } from './store.ts'

/** What the applicant sees; the answer only once it was delivered. */
export type Tracking = {
  request: DisclosureRequest
  due: DueDate | null
  events: CaseEvent[]
  answer: Answer | null
  downloads: Awaited<ReturnType<typeof listForApplicant>>
}

/** A guess costs this much time, whatever was wrong. Unit: milliseconds. */
const slowness = 400

/** Finds a case by number and code; a wrong number and a wrong code look alike. Throws: Refusal code_wrong. */
export async function findTracked(platform: Platform, number: string, code: string): Promise<number> {
  const given = number.trim()
  const row = await platform.db
    .selectFrom('foi_requests')
    .select('id')
    .where('number', '=', given)
    .executeTakeFirst()
  if (row && isQueryCode(platform, given, code)) return row.id
  platform.log.warn({ event: 'query_code_refused' }, 'a query code was refused')
  await new Promise((resolve) => setTimeout(resolve, slowness))
  throw refuse('code_wrong', { code: '编号或者查询码不对，请对照回执重新填写。' })
}

export async function readTracking(platform: Platform, id: number): Promise<Tracking> {
  const request = await getRequest(platform.db, id)
  const events = await listEvents(platform.db, [id])
  const due = request.answeredOn ? null : dueDateOf(await workingCalendar(platform.db), request, events)
  const answer = request.answeredOn && request.outcome ? await latestAnswer(platform.db, id) : undefined
  const downloads = await listForApplicant(platform, id, request.answeredOn !== null)
  return { request, due, events, answer: answer?.approvedAt ? answer : null, downloads }
}

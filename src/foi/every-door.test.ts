import { beforeAll, describe, expect, it } from 'vitest'
import { can, type Role, roles } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import type { App } from '#platform/http'
import { lawText } from '#platform/law'
import { testPlatform } from '../../test/platform.ts'
import { routesOf } from '../../test/routes-of.ts'
import { signedIn } from '../../test/sign-in.ts'
import { testStaff } from '../../test/staff.ts'
import { createApp } from '../app.ts'
import { builtApplication, builtCase } from './builders.ts'
import { requestStatuses } from './contract.ts'
import type { Duty } from './permission.ts'
import { type Move, mayMove, moves } from './request.ts'

const today = '2018-06-15'
/** A case of this day is under Order 492, and a refusal by the later order says so. */
const articleOf = (move: keyof typeof moves) =>
  expect.toBeOneOf([moves[move].law, `现行${lawText(moves[move].law)}`])
const on = { on: today }
const told = { reason: '需要汇总', toldOn: today, toldBy: 'post' }
const upload = [
  'content-disposition: form-data; name="file"; filename="a.txt"',
  'content-type: text/plain',
  '',
  '材料',
]
const multipart = {
  payload: ['--x', ...upload, '--x--', ''].join('\r\n'),
  headers: { 'content-type': 'multipart/form-data; boundary=x' },
}

/** A door: whose duty it is, the move of a case that it makes (none: any state), and a body that its contract takes. */
type Door = { duty: Duty; orDuty?: Duty; move?: Move; body?: object; form?: true }
const moving = (move: Move, body: object = {}): Door => ({ duty: moves[move].action, move, body })
const read: Door = { duty: 'foi.read' }
const unsealing: Door = { duty: 'foi.read_applicant' }

const ofCase: Record<string, Door> = {
  'GET /': read,
  'POST /unsealing': { ...unsealing, body: {} },
  'POST /receipt': moving('confirm_receipt', { receivedOn: today, note: '电话' }),
  'POST /assignment': moving('assign', { departmentId: 1 }),
  'POST /claim': moving('claim'),
  'POST /return': moving('give_back', { reason: '不属于本处' }),
  'POST /searches': moving('record_search', { ...on, place: '档案室', result: '无' }),
  'POST /clock-events': moving('record_event', { kind: 'correction_received', ...on }),
  'POST /clock-events (extension)': moving('extend', { kind: 'extension', ...on, workingDays: 5, ...told }),
  'POST /clock-events (later date)': moving('set_later_date', {
    kind: 'volume_date_set',
    ...on,
    until: '2018-09-03',
    ...told,
  }),
  'POST /extension-proposals': moving('propose_extension', { workingDays: 5, reason: '需要汇总' }),
  'POST /fee-notices': moving('record_event', { ...on, method: 'per_page', quantity: 50, way: '银行' }),
  'POST /costs': moving('record_costs', { ...on, amount: 10 }),
  'POST /consultations': moving('consult', { kind: 'third_party', name: '甲公司', letter: '请反馈', ...on }),
  'POST /consultations/:part/delivery': moving('consult', on),
  'POST /consultations/:part/opinion': moving('consult', { ...on, opinion: 'agrees' }),
  'POST /consultations/:part/silence': moving('consult'),
  'POST /consultations/:part/override': moving('override', { reason: '涉及公共安全' }),
  'POST /consultations/:part/override-notice': moving('tell_third_party', on),
  'POST /answers': moving('draft_answer', { outcome: 'granted', body: '现予公开，见附件。' }),
  'POST /legal-reviews': moving('review_law', { verdict: 'agrees', contentHash: 'x' }),
  'POST /decisions': moving('decide_answer', { decision: 'approved', contentHash: 'x' }),
  'POST /recall': moving('recall_answer', { reason: '更换附件' }),
  'POST /delivery': moving('deliver_answer', { ...on, by: 'counter', proof: '签收' }),
  'POST /reopening': moving('reopen', { reason: '答复有误' }),
  'POST /applicant': moving('complete_applicant', {
    identityKind: 'identity_card',
    identityNumber: '',
    telephone: '',
  }),
  'POST /public-log': moving('choose_public_log', { shown: false }),
  'POST /duplicate': moving('link_duplicate', { ofId: 1 }),
  'POST /withdrawal': moving('withdraw'),
  'POST /rerouting': moving('reroute'),
  'POST /archiving': moving('archive'),
  'POST /query-code': {
    ...moving('issue_code', { checkedBy: 'document', reason: '遗失' }),
    duty: 'foi.read_applicant',
  },
  'POST /materials': { ...moving('add_file'), form: true },
  'GET /materials/:file': unsealing,
  'GET /documents': read,
  'POST /letters': moving('make_letter', { kind: 'receipt' }),
  'GET /letters/:letterId': unsealing,
  'POST /files': { ...moving('keep_file'), form: true },
  // Who approves what is released opens it too.
  'GET /files/:fileId': { ...unsealing, orDuty: 'foi.approve' },
  'PUT /files/:fileId/release': moving('keep_file', { shown: true }),
  'GET /files/:fileId/inspection': unsealing,
  'GET /files/:fileId/pages/:page': unsealing,
  'POST /files/:fileId/redaction': moving('keep_file', { terms: ['甲'], reasons: ['隐私'] }),
  'POST /publication': moving('publish_released', { sectionId: 1, title: '办法' }),
  'POST /reassessments': moving('reassess', { ...on, result: 'still_withheld', reason: '仍需保密' }),
  'GET /archives': read,
  'POST /personal-data': { ...unsealing, body: {} },
  'DELETE /personal-data': moving('erase_person'),
}
const aboveCases: Record<string, Door> = {
  'GET /assignees': read,
  'GET /requests': read,
  'GET /requests/export?format=csv': read,
  'POST /requests': {
    duty: 'foi.handle',
    body: { ...builtApplication(), channel: 'in_person', arrivedOn: today },
  },
  'POST /similar': { duty: 'foi.handle', body: { description: '补助资金分配办法' } },
  'GET /alerts': read,
  'POST /alerts/seen': { ...read, body: { ids: [] } },
  'GET /board': { duty: 'foi.approve' },
  'GET /year': read,
  'GET /asked-again': read,
  'GET /withheld': read,
  'GET /retention': { duty: 'foi.approve' },
  'PUT /retention': { duty: 'foi.approve', body: { years: 10, basis: '档案保管期限表' } },
  'GET /uncertain-values': read,
  'PUT /uncertain-values': {
    duty: 'foi.approve',
    body: {
      fromDay: '2030-01-01',
      opinionWithin492: 15,
      payWithin: 20,
      feeFrom: '2021-01-01',
      lookAgainAfter: 365,
      basis: '核对原文',
    },
  },
  'GET /remedies': read,
  'POST /remedies': { duty: 'foi.handle', body: { kind: 'complaint', filedOn: today } },
  'PUT /remedies/:id/result': { duty: 'foi.handle', body: { result: 'upheld', decidedOn: today } },
  'GET /letter-templates': read,
  'GET /letter-templates/:kind': read,
  'PUT /letter-templates/:kind': { duty: 'foi.approve', form: true },
  'DELETE /letter-templates/:kind': { duty: 'foi.approve' },
}
const base = '/api/staff/foi'
const doors = new Map(
  [
    ...Object.entries(ofCase).map(
      ([name, door]) => [name.replace(' /', ` ${base}/requests/:id/`), door] as const,
    ),
    ...Object.entries(aboveCases).map(([name, door]) => [name.replace(' /', ` ${base}/`), door] as const),
  ].map(([name, door]) => [name.replace(/\/$/, ''), door]),
)

let platform: Platform
let app: App
let id: number
const cookies = new Map<Role, string>()
beforeAll(async () => {
  platform = await testPlatform({ now: `${today}T10:00:00+08:00` })
  app = await createApp(platform)
  for (const role of roles) cookies.set(role, (await signedIn(app, platform, role)).headers.cookie)
  id = (await builtCase(platform, await testStaff(platform, 'foi_officer'), '2018-06-07')).id
  return () => app.close()
})

async function ask(name: string, { body, form: posted }: Door, role: Role) {
  const [method = '', path = ''] = name.replace(/ \(.*/, '').split(' ')
  const url = path.replace(':id', String(id)).replace(':kind', 'receipt').replace(/:\w+/g, '999')
  const cookie = cookies.get(role) ?? ''
  const given = posted
    ? { payload: multipart.payload, headers: { ...multipart.headers, cookie } }
    : { ...(body ? { payload: body } : {}), headers: { cookie } }
  const answer = await app.inject({ method: method as 'GET', url, ...given })
  expect(answer.statusCode, `${name} for ${role}: ${answer.body}`).toBeLessThan(500)
  return answer.statusCode < 400 ? { code: '', law: '' } : answer.json<{ code: string; law?: string }>()
}

const stand = (status: (typeof requestStatuses)[number]) => {
  const ended = status === 'answered' || status === 'archived'
  return platform.db
    .updateTable('foi_requests')
    .set({
      status,
      outcome: ended ? 'granted' : null,
      answered_on: ended ? day(today) : null,
      handler_id: null,
    })
    .where('id', '=', id)
    .execute()
}

/** What each duty rests on, written down a second time: `permission.ts` does not check itself. */
const dutyLaws: Record<Duty, string> = {
  'foi.handle': 'Order 711 art. 4 ¶1',
  'foi.read': 'Order 711 art. 4 ¶1',
  'foi.approve': 'Order 711 art. 45',
  'foi.review_law': 'Order 711 art. 45',
  'foi.read_applicant': 'PIPL art. 51 (4)',
}

/** Who holds it; giving a new code takes both duties. */
const holds = (role: Role, { duty, orDuty = duty, move }: Door) =>
  (can({ roles: [role] }, duty) || can({ roles: [role] }, orDuty)) &&
  (!move || can({ roles: [role] }, moves[move].action))

describe('every door of the module, for every status and every role', () => {
  it('leaves out no route', () => {
    const routes = routesOf(app)
      .filter(({ method, path }) => path.startsWith(`${base}/`) && method !== 'HEAD' && method !== 'OPTIONS')
      .map(({ method, path }) => `${method} ${path}`)
    const known = new Set([...doors.keys()].map((name) => name.replace(/ \(.*|\?.*/, '')))
    expect(routes.filter((route) => !known.has(route))).toEqual([])
    expect(known.size).toBe(new Set(routes).size)
  })

  it.each([...doors])('%s', async (name, door) => {
    const { move } = door
    const may = roles.filter((role) => holds(role, door))
    const others = roles.filter((role) => !may.includes(role))
    expect(may.length).toBeGreaterThan(0)
    const refusedBy = name.includes('(extension)') ? 'Order 711 art. 33 ¶2' : dutyLaws[door.duty]
    for (const status of name.includes(':id') ? requestStatuses : (['handling'] as const)) {
      await stand(status)
      // Who may not changes nothing: all at once.
      for (const answer of await Promise.all(others.map((role) => ask(name, door, role))))
        expect(answer).toMatchObject({ code: 'not_allowed', law: refusedBy })
      for (const role of may) {
        await stand(status)
        const answer = await ask(name, door, role)
        if (move && !mayMove(status, move))
          expect([status, answer]).toMatchObject([status, { code: 'wrong_status', law: articleOf(move) }])
        else expect(['not_allowed', 'wrong_status', 'invalid_input']).not.toContain(answer.code)
      }
    }
  })
})

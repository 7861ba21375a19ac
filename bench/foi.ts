import { request } from 'node:http'
import { performance } from 'node:perf_hooks'
import type { Staff } from '#people'
import { sql } from '#platform/db'
import { createApp } from '../src/app.ts'
import { readBoard } from '../src/foi/board/board.ts'
import { builtApplication } from '../src/foi/builders.ts'
import { likenessBands } from '../src/foi/likeness.ts'
import { readRegister, readRequest } from '../src/foi/read-request.ts'
import { answeredChallenge } from '../test/challenge.ts'
import { proofBytes } from '../test/request-form.ts'
import type { Bench, Measured } from './run.ts'
import { openStage, type Stage } from './stage/open-stage.ts'

const users = 32
const formsPerUser = 5
const cases = 20_000
const openOfThem = 400
/** Unit: milliseconds. */
const limits = { submission: 1_000, register: 100, board: 500 }

export const bench: Bench = {
  name: 'foi',
  about: `Forms with an identity proof and a question answered, from ${users} addresses at once (form, review, sending: the time is of the sending, audit chain included); then the console's register, one case and the supervisor's board over ${cases} cases, ${openOfThem} of them open.`,
  run: async () => {
    const stage = await openStage()
    try {
      await stage.fill(0, 5_000)
      return [...(await submissions(stage)), ...(await consoleAt(stage))]
    } finally {
      await stage.close()
    }
  },
}

async function submissions(stage: Stage): Promise<Measured[]> {
  const app = await createApp(stage.platform)
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  const times: number[] = []
  const started = performance.now()
  const user = async (nth: number) => {
    for (let form = 0; form < formsPerUser; form += 1)
      times.push(await submitted(address, `127.0.0.${nth + 2}`, `bench-${nth}-${form}`))
  }
  await Promise.all(Array.from({ length: users }, (_, nth) => user(nth)))
  const seconds = (performance.now() - started) / 1000
  await app.close()
  const kept = await stage.platform.db.selectFrom('foi_requests').select('number').execute()
  if (new Set(kept.map(({ number }) => number)).size !== users * formsPerUser)
    throw new Error('a form was lost or doubled')
  return [
    {
      what: `sending, 95th of 100, ${users} at once`,
      value: at(times, 0.95),
      unit: 'ms',
      against: `limit ${limits.submission} ms`,
      ratio: at(times, 0.95) / limits.submission,
    },
    {
      what: 'sending, median',
      value: at(times, 0.5),
      unit: 'ms',
      against: `limit ${limits.submission} ms`,
      ratio: at(times, 0.5) / limits.submission,
    },
    {
      what: 'whole applications a second',
      value: (users * formsPerUser) / seconds,
      unit: '1/s',
      against: 'one user 1 a second',
      ratio: (users * formsPerUser) / seconds,
    },
  ]
}

/** Form with file, then the review page's question, then sending; each user from an address of its own, as the limits expect. */
async function submitted(address: string, from: string, key: string): Promise<number> {
  const fields = { ...builtApplication({ description: `申请公开${key}年度补助资金分配结果` }), key }
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, String(value))
  body.append('proof', new File([proofBytes], '证件.png'))
  const form = new Request('http://localhost/', { method: 'POST', body })
  const review = await post(
    `${address}/requests`,
    from,
    form.headers.get('content-type') ?? '',
    Buffer.from(await form.arrayBuffer()),
  )
  const answered = { ...fields, ...answeredChallenge(review.body), step: 'send' } as Record<string, string>
  const started = performance.now()
  const sent = await post(
    `${address}/requests`,
    from,
    'application/x-www-form-urlencoded',
    Buffer.from(new URLSearchParams(answered).toString()),
  )
  if (sent.status !== 201) throw new Error(`refused: ${sent.status}`)
  return performance.now() - started
}

function post(url: string, localAddress: string, type: string, body: Buffer) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    const headers = { accept: 'text/html', 'content-type': type, 'content-length': body.length }
    const sending = request(url, { method: 'POST', localAddress, headers }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(pieces).toString('utf8') }),
      )
    })
    sending.on('error', reject)
    sending.end(body)
  })
}

async function consoleAt(stage: Stage): Promise<Measured[]> {
  const { platform } = stage
  const { id } = await platform.db
    .insertInto('staff')
    .values({ username: 'bench', name: '承办人' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const staff: Staff = {
    id,
    username: 'bench',
    name: '承办人',
    departmentId: null,
    roles: ['foi_officer', 'supervisor'],
  }
  await fillCases(stage)
  const newest = (await readRegister(platform, staff, {})).items[0]
  if (!newest) throw new Error('no case')
  return [
    await timed('first page of the register', limits.register, () => readRegister(platform, staff, {})),
    await timed('open cases, each with its date', limits.register, () =>
      readRegister(platform, staff, { open: true }),
    ),
    await timed('one case with similar ones', limits.register, () => readRequest(platform, staff, newest.id)),
    await timed('the board', limits.board, () => readBoard(platform, staff)),
  ]
}

async function fillCases({ platform }: Stage) {
  const rows = Array.from({ length: cases }, (_, nth) => {
    const words = `申请公开${2008 + (nth % 18)}年第${nth}号项目${['补助', '采购', '规划', '收费'][nth % 4]}资金的分配结果`
    const open = nth >= cases - openOfThem
    return {
      number: `b-${nth}`,
      channel: 'letter',
      applicant_kind: 'business',
      status: open ? 'handling' : 'archived',
      received_on: open ? platform.clock.today() : ('2020-03-02' as never),
      answered_on: open ? null : ('2020-03-20' as never),
      outcome: open ? null : 'granted',
      rules: '711',
      description_masked: words,
      likeness: likenessBands(words),
    }
  })
  for (let from = 0; from < rows.length; from += 1000)
    await platform.db
      .insertInto('foi_requests')
      .values(rows.slice(from, from + 1000))
      .execute()
  await sql`insert into foi_events (request_id, kind, on_day) select id, 'received', received_on from foi_requests
    where number like 'b-%'`.execute(platform.db)
  await sql`vacuum analyze foi_requests`.execute(platform.db)
  await sql`vacuum analyze foi_events`.execute(platform.db)
}

async function timed(what: string, limit: number, work: () => Promise<unknown>): Promise<Measured> {
  await work()
  const times: number[] = []
  for (let run = 0; run < 20; run += 1) {
    const started = performance.now()
    await work()
    times.push(performance.now() - started)
  }
  const value = at(times, 0.95)
  return {
    what: `${what}, 95th of 100`,
    value,
    unit: 'ms',
    against: `limit ${limit} ms`,
    ratio: value / limit,
  }
}

const at = (times: readonly number[], share: number): number =>
  [...times].sort((one, other) => one - other)[
    Math.min(times.length - 1, Math.floor(times.length * share))
  ] ?? 0

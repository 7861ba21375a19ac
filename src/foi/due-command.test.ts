import { execFileSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { day } from '#platform/clock'
import { commandsIn } from '../../test/command.ts'
import { testPlatform } from '../../test/platform.ts'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-due-'))
// Its own database: the first use of the calendar fills it, and the template must stay as migrated.
const { databaseUrl, db } = await testPlatform()
const env = { DATA_DIR: folder, DATABASE_URL: databaseUrl }
const command = commandsIn(env)
const gongkai = (...args: string[]) => command('due', ...args)

it('prints a due date that explains itself', () => {
  const out = execFileSync(process.execPath, ['src/main.ts', 'due', '--received', '2018-02-07'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
  expect(out).toContain('答复期限：2018-03-05')
  expect(out).toContain(
    '2018-02-24    9  调休上班（春节），依据《国务院办公厅关于2018年部分节假日安排的通知》',
  )
})

it('reads events, and takes the rules of the day of receipt unless told', async () => {
  const file = join(folder, 'events.jsonl')
  writeFileSync(file, '{"kind":"extension","on":"2019-06-10","workingDays":20}\n')
  const json = JSON.parse((await gongkai('--received', '2019-05-15', '--events', file, '--json')).stdout)
  expect(json).toMatchObject({ rules: '711', dueOn: '2019-07-11', workingDays: 40 })
  expect(
    JSON.parse((await gongkai('--received', '2019-05-15', '--rules', '492', '--json')).stdout).dueOn,
  ).toBe('2019-06-05')
})

it('tells each step that moved the date, and a date that may still move', async () => {
  const file = join(folder, 'steps.json')
  const rows = [
    { kind: 'correction_notice', on: '2026-03-03' },
    { kind: 'correction_received', on: '2026-03-09' },
    { kind: 'consultation_sent', on: '2026-03-10', name: '某公司' },
    { kind: 'extension', on: '2026-03-11', workingDays: 5, approvedBy: '李某' },
  ]
  writeFileSync(file, JSON.stringify(rows))
  const { stdout } = await gongkai('--received', '2026-03-02', '--events', file)
  // Fifteen working days after 03-10 end on 03-31. 03-10 is day 1; 04-01 to 03 (4), 07 to 10 (8), 13 to 17 (13), 20 to 24 (18),
  // 27 to 30 (22), 05-06 to 08 (25); off 04-04 to 06 and 05-01 to 05.
  for (const line of [
    '2026-03-03 告知补正，等待申请人补正（《政府信息公开条例》第三十条）',
    '2026-03-09 收到补正，自次日起重新计算（《政府信息公开条例》第三十条）',
    '2026-03-10 征求第三方（某公司）意见，尚无结果，暂按最后一日 2026-03-31 计',
    '2026-03-11 李某批准延长 5 个工作日（《政府信息公开条例》第三十三条第二款）',
    '答复期限：2026-05-08',
    '暂定：征求意见尚无结果',
  ])
    expect(stdout).toContain(line)
  const beyond = await gongkai('--received', '2026-12-20')
  expect([beyond.status, beyond.stdout]).toEqual([0, expect.stringContaining('放假安排尚未公布')])
  const json = JSON.parse((await gongkai('--received', '2026-12-20', '--json')).stdout)
  expect(json).toMatchObject({ provisional: true, dueOn: '2027-01-15' })
})

it('counts with the agency’s own values of the day of receipt, as the case does', async () => {
  await db
    .insertInto('foi_uncertain_values')
    .values({
      from_day: day('2010-01-01'),
      opinion_within_492: 5,
      pay_within: 20,
      fee_from: day('2021-01-01'),
      look_again_after: 365,
      basis: '测试',
      set_by: null,
      set_at: new Date(),
    })
    .execute()
  const file = join(folder, 'asked.jsonl')
  writeFileSync(file, '{"kind":"consultation_sent","on":"2018-06-05","name":"某公司"}\n')
  const { stdout } = await gongkai('--received', '2018-06-04', '--events', file)
  expect(stdout).toContain('2018-06-05 征求第三方（某公司）意见，尚无结果，暂按最后一日 2018-06-12 计')
  expect(stdout).toContain('《政府信息公开条例（2008年）》第二十四条')
})

it('exits 2 on bad arguments', async () => {
  expect((await gongkai('--received', '2018-02-30')).status).toBe(2)
  expect((await gongkai('--received', '2018-02-07', '--rules', '1')).status).toBe(2)
  expect((await gongkai('--received', '2018-02-07', '--events', '/nowhere')).status).toBe(2)
})

it('exits 1 when the law or the calendar says no', async () => {
  const late = join(folder, 'late.jsonl')
  writeFileSync(late, '{"kind":"extension","on":"2019-06-14","workingDays":20}\n')
  const refused = await gongkai('--received', '2019-05-15', '--events', late)
  expect([refused.status, refused.stderr]).toEqual([1, expect.stringContaining('答复期限已过')])
  const beyond = await gongkai('--received', '2028-12-20')
  expect([beyond.status, beyond.stderr]).toEqual([1, expect.stringContaining('2029')])
})

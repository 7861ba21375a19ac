import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { hotlineCrew } from '../../test/hotline-crew.ts'
import { insertReplied } from '../../test/replied-letters.ts'
import { importCalls } from './import-calls.ts'

it('a call comes with the account that answered it and the answer that was read out; a name that is not ours is refused', async () => {
  const { platform, agent } = await hotlineCrew()
  await insertReplied(platform.db, [{ number: 'l-1', subject: '证书', reply: '到服务大厅领取。' }])
  const { username } = await platform.db
    .selectFrom('staff')
    .select('username')
    .where('id', '=', agent.staff.id)
    .executeTakeFirstOrThrow()
  const path = join(mkdtempSync(join(tmpdir(), 'gongkai-calls-')), 'calls.jsonl')
  const row = (id: string, more: object) => ({
    id,
    called_at: '2017-03-01T09:00:00',
    kind: '政策咨询',
    content: '证书在哪里领取',
    answer: '到服务大厅领取。',
    ...more,
  })
  const rows = [
    row('1', { agent: username, reference: 'l-1' }),
    row('2', {}),
    row('3', { agent: 'nobody-here' }),
    row('4', { entry: '999999' }),
    row('5', { reference: 'l-2' }),
    row('6', { entry: '1', reference: 'l-1' }),
  ]
  writeFileSync(path, rows.map((value) => JSON.stringify(value)).join('\n'))
  const { imported, bad } = await importCalls(platform, path)
  expect(imported).toBe(2)
  expect(bad.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '3 agent nobody-here has no account',
    '4 entry 999999 is no entry',
    '5 reference l-2 is no letter',
    '6 entry and reference exclude each other',
  ])
  const kept = await platform.db
    .selectFrom('calls')
    .select(['import_key', 'agent_id', 'from_corpus', 'from_entry'])
    .orderBy('import_key')
    .execute()
  expect(kept).toEqual([
    { import_key: '1', agent_id: agent.staff.id, from_corpus: 'letters', from_entry: 'l-1' },
    { import_key: '2', agent_id: null, from_corpus: null, from_entry: null },
  ])
})

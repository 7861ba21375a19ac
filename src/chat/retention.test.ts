import { expect, it } from 'vitest'
import { chatCrew } from '../../test/chat-crew.ts'
import { eraseTalks } from './retention-command.ts'

it('talks that closed long enough ago forget who asked and what was said; what is counted stays', async () => {
  const { platform, waiting } = await chatCrew()
  const old = await waiting({
    question: '我叫王大明，补助怎样申请',
    author: '王大明',
    telephone: '13912345678',
  })
  const open = await waiting()
  const closed = {
    status: 'closed',
    closed_at: platform.clock.now(),
    closed_by: 'idle',
    outcome: 'unanswered',
  }
  await platform.db.updateTable('chat_talks').set(closed).where('id', '=', old).execute()
  const by = { kind: 'system', name: 'test' } as const
  expect(await eraseTalks(platform, 1, by)).toBe(0)
  const later = { ...platform, clock: { ...platform.clock, today: () => '2019-06-15' as never } }
  expect(await eraseTalks(later, 1, by)).toBe(1)
  const rows = await platform.db
    .selectFrom('chat_talks')
    .select(['id', 'citizen_sealed', 'citizen_key', 'outcome', 'question_masked'])
    .orderBy('id')
    .execute()
  expect(rows[0]).toMatchObject({
    id: old,
    citizen_sealed: null,
    citizen_key: null,
    outcome: 'unanswered',
  })
  expect(rows[0]?.question_masked).toContain('补助怎样申请')
  const said = await platform.db.selectFrom('chat_messages').select('talk_id').execute()
  expect(said.map(({ talk_id }) => talk_id)).toEqual([open])
  expect(await eraseTalks(later, 1, by)).toBe(0)
})

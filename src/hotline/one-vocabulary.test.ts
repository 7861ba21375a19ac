import { expect, it } from 'vitest'
import { hotlineCrew } from '../../test/hotline-crew.ts'
import { insertReplied } from '../../test/replied-letters.ts'
import { testStaff } from '../../test/staff.ts'
import { readOrigin } from '../knowledge/entries/read-origin.ts'

it('calls, suggestions and entries speak of topics in the words of the taxonomy', async () => {
  const { platform, agent, send } = await hotlineCrew()
  const { db } = platform
  const topic = async (name: string, level: number, parent_id: number | null, in_use = true) =>
    (
      await db
        .insertInto('letter_topics')
        .values({ name, level, parent_id, position: 900, in_use })
        .returning('id')
        .executeTakeFirstOrThrow()
    ).id
  const first = await topic('会计事务', 1, null)
  const other = await topic('票据事务', 1, null)
  const given = await topic('证书领取', 2, first)
  await topic('窗口问题', 2, first)
  await topic('窗口问题', 2, other)
  await topic('旧主题', 2, other, false)
  const { taxonomy } = (await send(agent, 'GET', '/topics')).json()
  const names = taxonomy.map(({ name }: { name: string }) => name)
  expect(taxonomy).toContainEqual({ name: '证书领取', path: '会计事务 / 证书领取' })
  expect(names).toEqual(expect.arrayContaining(['会计事务 / 窗口问题', '票据事务 / 窗口问题']))
  expect(names).not.toContain('旧主题')
  await insertReplied(db, [
    { number: 'a', subject: '证书', reply: '会计证书到服务大厅领取。' },
    { number: 'b', subject: '停车', reply: '小区停车收费已经公示。', topic: '停车收费' },
  ])
  await db.updateTable('letters').set({ topic_id: given }).where('number', '=', 'a').execute()
  const ask = async (text: string) => (await send(agent, 'POST', '/suggestions', { text })).json().items[0]
  expect(await ask('会计证书领取')).toMatchObject({ entry: 'a', topic: '证书领取' })
  expect(await ask('小区停车收费')).toMatchObject({ entry: 'b', topic: '停车收费' })
  const officer = await testStaff(platform, 'correspondence_officer')
  const begun = await readOrigin(platform, officer, { corpus: 'letters', entry: 'a' })
  expect(begun).toEqual({ question: '证书', answer: '会计证书到服务大厅领取。', topic: '证书领取' })
})

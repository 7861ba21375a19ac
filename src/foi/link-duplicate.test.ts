import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { builtCase } from './builders.ts'
import { answerInput, duplicateInput, likeInput } from './contract.ts'
import { draftAnswer } from './draft-answer.ts'
import { linkDuplicate } from './link-duplicate.ts'
import { readRequest } from './read-request.ts'
import { findLikeEntry } from './similar.ts'

let platform: Platform
let officer: Staff
beforeAll(async () => {
  platform = await testPlatform({ now: '2026-03-02T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
})
const refused = (code: string) => expect.objectContaining({ code })
const newCase = (more = {}) => builtCase(platform, officer, '2026-02-25', more)
const link = (id: number, given: object) => linkDuplicate(platform, officer, id, duplicateInput.parse(given))
const linkedTo = async (id: number) => (await readRequest(platform, officer, id)).duplicateOf?.number

describe('Order 711 art. 36 (6): the officer knows the earlier case', () => {
  it('is linked by its number, though the words are nothing alike: duplicate_unknown for no case', async () => {
    const first = await newCase({ description: '申请公开某某路拓宽工程的环境影响评价批复' })
    const { id } = await newCase({ description: '请提供那份关于修路的文件' })
    expect((await readRequest(platform, officer, id)).similar.some((one) => one.id === first.id)).toBe(false)
    await expect(link(id, { number: '1999-0001' })).rejects.toEqual(refused('duplicate_unknown'))
    await link(id, { number: ` ${first.number} ` })
    expect(await linkedTo(id)).toBe(first.number)
  })
  it('a wrong link is mended for a reason: duplicate_reason_missing; log and audit keep both', async () => {
    const [wrong, right, { id }] = [await newCase(), await newCase(), await newCase()]
    await expect(link(id, {})).rejects.toEqual(refused('duplicate_not_linked'))
    await link(id, { ofId: wrong.id })
    await expect(link(id, { number: right.number })).rejects.toEqual(refused('duplicate_reason_missing'))
    await expect(link(id, {})).rejects.toEqual(refused('duplicate_reason_missing'))
    await link(id, { number: right.number, reason: '编号抄错' })
    expect(await linkedTo(id)).toBe(right.number)
    await link(id, { reason: '不是同一事项' })
    expect(await linkedTo(id)).toBeUndefined()
    const { events } = await readRequest(platform, officer, id)
    expect(events.slice(-2)).toMatchObject([
      { kind: 'duplicate_linked', detail: { was: wrong.number, of: right.number, reason: '编号抄错' } },
      { kind: 'duplicate_unlinked', detail: { was: right.number, reason: '不是同一事项' } },
    ])
    const audited = await platform.db
      .selectFrom('audit_entries')
      .select('detail')
      .where('action', '=', 'foi.link_duplicate')
      .where('subject_id', '=', String(id))
      .execute()
    expect(audited.map(({ detail }) => (detail as { kind: string }).kind)).toEqual([
      'duplicate_linked',
      'duplicate_linked',
      'duplicate_unlinked',
    ])
  })
  it('but not taken from under an answer that rests on it: duplicate_rested_on', async () => {
    const [first, { id }] = [await newCase(), await newCase()]
    const ended = { status: 'answered', outcome: 'granted', answered_on: day('2026-02-27') }
    await platform.db.updateTable('foi_requests').set(ended).where('id', '=', first.id).execute()
    await link(id, { ofId: first.id })
    const answer = { outcome: 'unprocessed_duplicate', body: '与原申请内容相同，已经答复。' }
    await draftAnswer(platform, officer, id, answerInput.parse(answer))
    await expect(link(id, { reason: '有误' })).rejects.toEqual(refused('duplicate_rested_on'))
  })
})

it('the same applicant is found by name and e-mail, on entry and on the case', async () => {
  const who = { name: '钱多多', email: 'Qian@example.cn', identityNumber: '', telephone: '' }
  const words = { description: '申请公开城南水厂扩建工程的招标文件' }
  const { id } = await newCase({ ...who, ...words })
  const again = await newCase({ ...who, ...words, email: 'qian@example.cn' })
  const entry = { name: who.name, email: 'qian@EXAMPLE.cn', ...words }
  const found = await findLikeEntry(platform, likeInput.parse(entry))
  expect(found.find((one) => one.id === id)?.sameApplicant).toBe(true)
  const elses = await findLikeEntry(platform, likeInput.parse({ ...entry, name: '别人' }))
  expect(elses.find((one) => one.id === id)?.sameApplicant).toBe(false)
  const { similar } = await readRequest(platform, officer, again.id)
  expect(similar.find((one) => one.id === id)?.sameApplicant).toBe(true)
})

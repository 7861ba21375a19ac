import { Document, Packer, Paragraph } from 'docx'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../../test/platform.ts'
import { testStaff } from '../../../test/staff.ts'
import { approveAnswer, builtCase } from '../builders.ts'
import { clockEvent } from '../clock/event.ts'
import { type AnswerInput, answerInput, type OutcomeDetail, outcomes } from '../contract.ts'
import { draftAnswer } from '../draft-answer.ts'
import { recordClockEvent } from '../record-clock-event.ts'
import { builtInTemplate } from './built-in-template.ts'
import { dropTemplate, uploadTemplate } from './edit-template.ts'
import { assertTemplate } from './fill-template.ts'
import { answerLetter, type LetterKind, letterKinds } from './letter-kinds.ts'
import { bytesOf, listLetters, listTemplates } from './letter-store.ts'
import { makeLetter } from './make-letter.ts'

let platform: Platform
let officer: Staff
let supervisor: Staff
const refused = (code: string) => expect.objectContaining({ code })
beforeAll(async () => {
  platform = await testPlatform({ now: '2024-03-15T10:00:00+08:00' })
  officer = await testStaff(platform, 'foi_officer')
  supervisor = await testStaff(platform, 'supervisor')
})
const openCase = () => builtCase(platform, officer, '2024-03-11')
const event = (id: number, kind: string, on: string, more = {}) =>
  recordClockEvent(
    platform,
    kind === 'extension' ? supervisor : officer,
    id,
    clockEvent.parse({ kind, on, ...more }),
  )

async function approved(id: number, more: Partial<AnswerInput>) {
  const body = '第一段理由，足够长的说明。\n第二段理由。'
  await draftAnswer(platform, officer, id, answerInput.parse({ outcome: 'granted', body, ...more }))
  await approveAnswer(platform, supervisor, id)
}
async function lastLetter(id: number) {
  const letter = (await listLetters(platform.db, id)).at(-1)
  if (!letter) throw new Error('no letter')
  const { value: text } = await mammoth.extractRawText({
    buffer: await bytesOf(platform.files, letter.fileId),
  })
  return { ...letter, text }
}

describe('a letter of a case', () => {
  it('acknowledges: who, what, the law of the day and the date until which an answer comes', async () => {
    const { id, number } = await openCase()
    await makeLetter(platform, officer, id, 'receipt')
    const { text, documentNumber, shownToApplicant } = await lastLetter(id)
    expect(text).toContain('张小明：')
    expect(text).toContain(`2024年3月11日，本机关收到您（单位）提交的政府信息公开申请（编号：${number}）`)
    expect(text).toContain('小微企业融资担保补助资金分配办法')
    // Twenty working days after 2024-03-11; 4 to 6 April off, 7 April is a make-up day: 2024-04-09.
    expect(text).toContain('（国务院令第711号）的规定，于2024年4月9日前答复')
    expect([documentNumber, shownToApplicant]).toEqual(['依申请〔2024〕1号', true])
  })
  it.each<[LetterKind, string, object, string]>([
    [
      'correction_notice',
      'correction_notice',
      { items: '请写明年度。', respondBy: '2024-03-29' },
      '请于2024年3月29日前补正以下内容：',
    ],
    ['extension_notice', 'extension', { workingDays: 10 }, '答复期限延长10个工作日，至2024年4月23日'],
    ['third_party_consultation', 'consultation_sent', { name: '某某公司' }, '某某公司：'],
    [
      'other_agency_consultation',
      'consultation_sent',
      { with: 'other_agency', name: '市统计局' },
      '市统计局：',
    ],
    ['fee_notice', 'fee_notice', { amount: 200 }, '收取信息处理费200元'],
  ])('%s says what was recorded, and is refused before', async (kind, recorded, more, words) => {
    const { id } = await openCase()
    await expect(makeLetter(platform, officer, id, kind)).rejects.toEqual(refused('letter_facts_missing'))
    await event(id, recorded, '2024-03-13', more)
    await makeLetter(platform, officer, id, kind)
    const { text, shownToApplicant } = await lastLetter(id)
    expect(text).toContain(words)
    expect(text).not.toMatch(/undefined|\{|\}/)
    expect(shownToApplicant).toBe(!kind.endsWith('_consultation'))
  })
  it('answers only with what a second person approved, each paragraph, with remedies of the day', async () => {
    const { id } = await openCase()
    await expect(makeLetter(platform, officer, id, 'answer')).rejects.toEqual(refused('answer_not_approved'))
    await approved(id, { outcome: 'refused_internal' })
    await makeLetter(platform, officer, id, 'answer')
    const { text, kind } = await lastLetter(id)
    expect(kind).toBe('answer_refused')
    expect(text).toMatch(/第一段理由，足够长的说明。\s+第二段理由。/)
    expect(text).toContain('第十六条第一款')
    // 行政复议法 (2023) art. 23: review first from 2024-01-01.
    expect(text).toContain('应当先申请行政复议')
    expect(text.trimEnd().endsWith('2024年3月15日')).toBe(true)
  })
  it('numbers of the year have no gap when many are made at once', async () => {
    const cases = await Promise.all(Array.from({ length: 8 }, openCase))
    await Promise.all(cases.map(({ id }) => makeLetter(platform, officer, id, 'receipt')))
    const rows = await platform.db.selectFrom('foi_letters').select('document_number').execute()
    const numbers = rows
      .map((row) => Number(/〕(\d+)号/.exec(row.document_number)?.[1]))
      .sort((a, b) => a - b)
    expect(numbers).toEqual(Array.from({ length: rows.length }, (_, index) => index + 1))
  })
})

describe('each outcome of table three has a letter', () => {
  const expected: Partial<Record<string, LetterKind>> = {
    granted: 'answer_granted',
    partly_granted: 'answer_partly_granted',
    unavailable_not_held: 'answer_not_held',
    unavailable_must_create: 'answer_must_create',
    unavailable_still_unclear: 'answer_unclear',
  }
  it.each(outcomes)('%s', (outcome) => {
    const [family] = outcome.split('_')
    const byFamily = { refused: 'answer_refused', unprocessed: 'answer_unprocessed', other: 'answer_ended' }
    expect(answerLetter(outcome, null)).toBe(expected[outcome] ?? byFamily[family as keyof typeof byFamily])
  })
  it.each<[OutcomeDetail, LetterKind]>([
    ['already_public', 'answer_already_public'],
    ['other_agency', 'answer_other_agency'],
  ])('%s has a letter of its own', (detail, kind) => {
    expect(answerLetter(detail === 'already_public' ? 'granted' : 'unavailable_not_held', detail)).toBe(kind)
  })
})

describe('templates', () => {
  const word = (...lines: string[]) =>
    Packer.toBuffer(new Document({ sections: [{ children: lines.map((text) => new Paragraph(text)) }] }))
  const upload = async (...lines: string[]) =>
    uploadTemplate(platform, supervisor, 'receipt', { name: '回执.docx', bytes: await word(...lines) })
  it.each(letterKinds)('the built-in one for %s names only known fields', async (kind) => {
    assertTemplate(await builtInTemplate(kind))
  })
  it('an edited one is used, until it is dropped', async () => {
    await upload('{recipient}，已收到。', '{documentNumber} {date}')
    const { id } = await openCase()
    await makeLetter(platform, officer, id, 'receipt')
    expect((await lastLetter(id)).text).toContain('张小明，已收到。')
    expect(
      (await listTemplates(platform.db)).find(({ kind }) => kind === 'receipt')?.uploadedAt,
    ).not.toBeNull()
    await dropTemplate(platform, supervisor, 'receipt')
    await makeLetter(platform, officer, id, 'receipt')
    expect((await lastLetter(id)).text).toContain('政府信息公开申请登记回执')
  })
  it('is refused with an unknown field, a missing one, broken braces, no Word file, or by a handler', async () => {
    await expect(upload('{recipient}{documentNumber}{date}{salary}')).rejects.toMatchObject({
      code: 'template_fields',
      fields: { file: '没有这些字段：salary' },
    })
    await expect(upload('{recipient}')).rejects.toEqual(refused('template_fields'))
    await expect(upload('{recipient')).rejects.toEqual(refused('template_broken'))
    const noWord = { name: '回执.docx', bytes: Buffer.from('text') }
    await expect(uploadTemplate(platform, supervisor, 'receipt', noWord)).rejects.toEqual(
      refused('template_broken'),
    )
    await expect(uploadTemplate(platform, officer, 'receipt', noWord)).rejects.toEqual(refused('not_allowed'))
  })
  it('a case received under Order 492 cites Order 492', async () => {
    const { id } = await builtCase(platform, officer, '2018-06-04')
    await makeLetter(platform, officer, id, 'receipt')
    expect((await lastLetter(id)).text).toContain('国务院令第492号')
    expect(day('2018-06-04') < day('2019-05-15')).toBe(true)
  })
})

import { Document, Packer, Paragraph } from 'docx'
import mammoth from 'mammoth'
import PizZip from 'pizzip'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Staff } from '#people'
import type { Platform } from '#platform'
import { day } from '#platform/clock'
import { testPlatform } from '../../../test/platform.ts'
import { testStaff } from '../../../test/staff.ts'
import { approveAnswer, builtCase } from '../builders.ts'
import { clockEvent } from '../clock/event.ts'
import { closeConsultation, sendConsultation } from '../consultations/consult.ts'
import { listConsultations } from '../consultations/consultation-store.ts'
import { overrideRefusal } from '../consultations/override-refusal.ts'
import {
  type AnswerInput,
  answerInput,
  consultationInput,
  type OutcomeDetail,
  outcomes,
} from '../contract.ts'
import { draftAnswer } from '../draft-answer.ts'
import { extend } from '../extend.ts'
import { sendFeeNotice } from '../fee/send-fee-notice.ts'
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
    expect(text).toContain('（国务院令第711号）的规定，最迟于2024年4月9日答复。')
    expect([documentNumber, shownToApplicant]).toEqual(['依申请〔2024〕1号', true])
  })
  it('asks for a correction: what is missing and until when (art. 30)', async () => {
    const { id } = await openCase()
    await expect(makeLetter(platform, officer, id, 'correction_notice')).rejects.toEqual(
      refused('letter_facts_missing'),
    )
    await event(id, 'correction_notice', '2024-03-13', { items: '请写明年度。', respondBy: '2024-03-29' })
    await makeLetter(platform, officer, id, 'correction_notice')
    const { text, shownToApplicant } = await lastLetter(id)
    expect(text).toMatch(/请于2024年3月29日前（含当日）补正以下内容：\s+请写明年度。/)
    expect([shownToApplicant, /undefined|\{|\}/.test(text)]).toEqual([true, false])
    // A receipt made while the correction is awaited has no date to name.
    await makeLetter(platform, officer, id, 'receipt')
    expect((await lastLetter(id)).text).toContain(
      '的规定，自收到补正的申请之日起重新计算答复期限，并在期限内答复。',
    )
  })
  it('extends with the reason and the new date (art. 33 ¶2)', async () => {
    const { id } = await openCase()
    await expect(makeLetter(platform, officer, id, 'extension_notice')).rejects.toEqual(
      refused('letter_facts_missing'),
    )
    const given = { kind: 'extension', on: '2024-03-13', workingDays: 10, reason: '需要汇总多年的数据' }
    const told = { toldOn: '2024-03-13', toldBy: 'online' }
    await extend(
      platform,
      supervisor,
      id,
      clockEvent.parse({ ...given, ...told }) as Parameters<typeof extend>[3],
    )
    await makeLetter(platform, officer, id, 'extension_notice')
    const { text } = await lastLetter(id)
    expect(text).toContain('答复期限延长10个工作日，最迟于2024年4月23日答复。')
    expect(text).toContain('延长的理由：需要汇总多年的数据')
  })
  it('charges a fee with basis, standard, amount and way to pay (国办函〔2020〕109号)', async () => {
    const { id } = await openCase()
    await expect(makeLetter(platform, officer, id, 'fee_notice')).rejects.toEqual(
      refused('letter_facts_missing'),
    )
    const fee = { on: day('2024-03-13'), method: 'per_page', quantity: 101, way: '凭缴款码缴入国库' } as const
    await sendFeeNotice(platform, officer, id, fee)
    await makeLetter(platform, officer, id, 'fee_notice')
    const { text } = await lastLetter(id)
    for (const words of [
      '收取信息处理费720元',
      '收费标准：按量计收，30页以下',
      '合计720元',
      '缴费方式：凭缴款码缴入国库',
    ])
      expect(text).toContain(words)
  })
  it('near the last holiday notice the date is marked, not refused', async () => {
    const later = await testPlatform({ now: '2026-12-25T10:00:00+08:00' })
    const staff = await testStaff(later, 'foi_officer')
    const { id } = await builtCase(later, staff, '2026-12-24')
    await makeLetter(later, staff, id, 'receipt')
    const [letter] = await listLetters(later.db, id)
    const buffer = await bytesOf(later.files, letter?.fileId ?? 0)
    const { value } = await mammoth.extractRawText({ buffer })
    expect(value).toMatch(/最迟于2027年1月\d+日答复（暂定：/)
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

describe('a letter to whom is consulted (Order 711 art. 32, art. 34)', () => {
  const ask = async (id: number, name: string, letter: string, kind = 'third_party') => {
    const input = { kind, name, contact: '13900139000', isPerson: true, letter, on: '2024-03-13' }
    await sendConsultation(platform, officer, id, consultationInput.parse(input))
    return (await listConsultations(platform.db, [id])).at(-1)?.id ?? 0
  }
  const letterTo = async (id: number, kind: LetterKind, consultationId: number) => {
    await makeLetter(platform, officer, id, kind, consultationId)
    return lastLetter(id)
  }
  it('goes to each party by name with the officer’s words; the applicant’s words are masked', async () => {
    const description = '申请公开补助名单，我的电话13800138000，身份证11010519491231002X'
    const { id } = await builtCase(platform, officer, '2024-03-11', { description })
    await expect(makeLetter(platform, officer, id, 'third_party_consultation')).rejects.toEqual(
      refused('letter_facts_missing'),
    )
    const one = await ask(id, '王大明', '拟公开您的补助金额。\n请说明是否涉及隐私。')
    const two = await ask(id, '李小红', '拟公开贵店的补助金额。')
    const agency = await ask(id, '示例市统计局', '拟公开共同制作的统计表。', 'other_agency')
    const first = await letterTo(id, 'third_party_consultation', one)
    expect(first.text).toContain('王大明：')
    expect(first.text).toMatch(/拟公开您的补助金额。\s+请说明是否涉及隐私。/)
    expect(first.text).not.toMatch(/13800138000|11010519491231002X|张小明|李小红|undefined|\{|\}/)
    expect(first.shownToApplicant).toBe(false)
    const second = await letterTo(id, 'third_party_consultation', two)
    expect(second.text).toMatch(/李小红：[\s\S]*拟公开贵店的补助金额。/)
    expect((await letterTo(id, 'other_agency_consultation', agency)).text).toContain('示例市统计局：')
    await expect(letterTo(id, 'third_party_consultation', agency)).rejects.toEqual(
      refused('letter_facts_missing'),
    )
    const kept = await platform.db
      .selectFrom('foi_letters')
      .select('consultation_id')
      .where('request_id', '=', id)
      .orderBy('id')
      .execute()
    expect(kept.map((row) => row.consultation_id)).toEqual([one, two, agency])
  })
  it('tells the third party what is released against its opinion, why, and its remedies', async () => {
    const { id } = await openCase()
    const one = await ask(id, '王大明', '拟公开您的补助金额。')
    const opinion = { on: day('2024-03-14'), opinion: 'refuses', reasons: '涉及隐私' } as const
    await closeConsultation(platform, officer, id, one, opinion)
    await expect(letterTo(id, 'third_party_decision', one)).rejects.toEqual(refused('letter_facts_missing'))
    await overrideRefusal(platform, supervisor, id, one, '不公开会严重影响公共资金监督')
    const { text } = await letterTo(id, 'third_party_decision', one)
    expect(text).toMatch(
      /王大明：[\s\S]*拟公开您的补助金额。[\s\S]*理由：不公开会严重影响公共资金监督[\s\S]*六十日内/,
    )
  })
})

describe('a partial answer (Order 711 art. 37)', () => {
  const parts = [
    { part: '分配办法', outcome: 'granted', reason: '' },
    { part: '评审讨论记录', outcome: 'refused_process', reason: '属于讨论记录，公开会影响决策' },
    { part: '内部排班', outcome: 'refused_internal', reason: '属于内部事务信息，依法不予公开。' },
  ] as const
  it('says in Word of each part its treatment, basis and reason, and stands on all their articles', async () => {
    const { id } = await openCase()
    await approved(id, { outcome: 'partly_granted', body: '部分公开，各部分见下。', parts: [...parts] })
    await makeLetter(platform, officer, id, 'answer')
    const { text, kind } = await lastLetter(id)
    expect(kind).toBe('answer_partly_granted')
    const basis = '《中华人民共和国政府信息公开条例》'
    expect(text).toContain(`依据：${basis}第三十七条、第十六条第二款、第十六条第一款。`)
    expect(text).toContain(`（一）分配办法：予以公开。依据：${basis}第三十六条第（二）项。`)
    expect(text).toContain(
      `（二）评审讨论记录：不予公开（属于四类过程性信息）。依据：${basis}第十六条第二款。理由：属于讨论记录，公开会影响决策。`,
    )
    expect(text).toContain('（三）内部排班：不予公开（属于三类内部事务信息）。')
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
    assertTemplate(kind, await builtInTemplate(kind))
  })
  it('page numbers stand outside (odd right, even left), the name is centred over the date: rules.md 6', async () => {
    const zip = new PizZip(await builtInTemplate('receipt'))
    const textOf = (name: string) => zip.file(name)?.asText() ?? ''
    expect(textOf('word/settings.xml')).toContain('w:evenAndOddHeaders')
    const feet = Object.keys(zip.files).filter((name) => /^word\/footer\d\.xml$/.test(name))
    const sides = feet
      .map(textOf)
      .flatMap((foot) => (foot.includes('PAGE') ? [/<w:ind w:(\w+)="280"\/>/.exec(foot)?.[1]] : []))
    expect(sides.sort()).toEqual(['left', 'right'])
    const paragraphs = textOf('word/document.xml').split('<w:p>')
    const stops = ['{agency}', '{date}'].map((field) => {
      const signed = paragraphs.findLast((paragraph) => paragraph.includes(field)) ?? ''
      expect(signed).toContain('<w:tab/>')
      return /<w:tab w:val="center" w:pos="(\d+)"\/>/.exec(signed)?.[1]
    })
    // 156 mm of text less 4 characters and half of the date's 7, each 16 points wide.
    expect(stops).toEqual(['6444', '6444'])
  })
  it('GB/T 9704 letter form: a red double line below the name and at the foot of the first page', async () => {
    const zip = new PizZip(await builtInTemplate('receipt'))
    const parts = Object.keys(zip.files).filter((name) => /^word\/(?:document|footer\d)\.xml$/.test(name))
    const lines = parts.flatMap((name) => [
      ...(zip.file(name)?.asText() ?? '').matchAll(/<w:(top|bottom) w:val="(\w+)" w:color="C00000"/g),
    ])
    expect(lines.map(([, edge, style]) => [edge, style])).toEqual([
      ['bottom', 'thickThinMediumGap'],
      ['top', 'thinThickMediumGap'],
    ])
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

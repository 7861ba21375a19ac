import type { Platform } from '#platform'
import type { Db, Tx } from '#platform/db'
import type { MailMessage } from '#platform/mail'
import { FinalFailure } from '#platform/queue'
import { maskKnown } from '#privacy'
import { readAgency } from '#site'
import type { Answer } from './answer-store.ts'
import { bytesOf, type LetterRow, listLetters } from './documents/letter-store.ts'
import { withNames } from './file-names.ts'
import { knownOfParties } from './known-of-case.ts'
import { outcomeInWords } from './labels.ts'
import { partsInWords } from './part-words.ts'
import { filesOfAnswer } from './release/released.ts'
import { remediesText } from './remedies-text.ts'
import type { DisclosureRequest } from './request.ts'
import { unsealApplicant } from './sealed.ts'

/** Unit: bytes, before the mail's own coding makes a third more of them. Many servers take no more than 20 MB. */
export const attachedLimitBytes = 10 * 1024 * 1024

/** The address under the seal, or nothing. */
export async function mailAddressOf(platform: Platform, db: Db | Tx, requestId: number): Promise<string> {
  const row = await db
    .selectFrom('foi_requests')
    .select('applicant_sealed')
    .where('id', '=', requestId)
    .executeTakeFirst()
  return row?.applicant_sealed ? unsealApplicant(platform, row.applicant_sealed).email : ''
}

/** The newest letter that carries this answer. */
export async function letterOfAnswer(
  db: Db | Tx,
  requestId: number,
  { id }: Answer,
): Promise<LetterRow | undefined> {
  return (await listLetters(db, requestId)).findLast(({ answerId }) => answerId === id)
}

/** The answer in words, its letter, and the released files as far as a mail carries them; the rest waits on the tracking page. Law: Order 711 art. 40. */
export async function composeAnswerMail(
  platform: Platform,
  tx: Tx,
  request: DisclosureRequest,
  answer: Answer,
): Promise<MailMessage> {
  const to = await mailAddressOf(platform, tx, request.id)
  const letter = await letterOfAnswer(tx, request.id, answer)
  if (!to || !letter) throw new FinalFailure('the answer has no address or no letter any more')
  const [parties, kept] = await Promise.all([
    knownOfParties(platform, tx, request.id),
    filesOfAnswer(tx, request.id, answer),
  ])
  const files = (await withNames(platform, tx, kept)).map((file) => ({
    ...file,
    name: maskKnown(file.name, parties),
  }))
  const { attached, left } = withinLimit([letter, ...files])
  const attachments = []
  for (const { name, fileId } of attached)
    attachments.push({ name, bytes: await bytesOf(platform.files, fileId) })
  const text = [
    `政府信息公开申请 ${request.number}：${outcomeInWords(answer.outcome)}（${answer.legalBasis}）`,
    answer.body,
    ...partsInWords(answer.parts, request.rules ?? '711'),
    `随信附上：${attached.map(({ name }) => name).join('、')}。`,
    ...(left.length
      ? [`以下材料较大，没有随信附上，请到查询页面下载：${left.map(({ name }) => name).join('、')}。`]
      : []),
    `您也可以凭申请编号和查询码，在 ${platform.config.publicUrl}/requests/track 查询并下载文书和材料。`,
    remediesText(answer.outcome, platform.clock.today(), await readAgency(tx)),
  ]
  const subject = `关于政府信息公开申请 ${request.number} 的答复`
  return { to, subject, text: text.filter(Boolean).join('\n\n'), attachments }
}

/** In their order, as long as they fit; the letter is small and comes first. */
export function withinLimit<File extends { sizeBytes: number }>(files: readonly File[]) {
  const attached: File[] = []
  const left: File[] = []
  let sum = 0
  for (const file of files) {
    const fits = sum + file.sizeBytes <= attachedLimitBytes
    if (fits) sum += file.sizeBytes
    ;(fits ? attached : left).push(file)
  }
  return { attached, left }
}

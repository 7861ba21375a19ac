import type { Staff } from '#people'
import type { Platform } from '#platform'
import { challengeField } from '#platform/challenge'
import { listAttachments } from '../src/letters/attachments.ts'
import { type LetterInput, letterInput } from '../src/letters/contract.ts'
import { acceptLetter } from '../src/letters/handle-letter.ts'
import type { LetterReceipt } from '../src/letters/insert-letter.ts'
import { hashOfSeen } from '../src/letters/public-version.ts'
import { latestReply } from '../src/letters/replies.ts'
import { decideReply, draftReply } from '../src/letters/reply.ts'
import { listReplyFiles } from '../src/letters/reply-files/store.ts'
import { getLetter } from '../src/letters/store.ts'
import { type SentForm, submitLetter } from '../src/letters/submit-letter.ts'
import { answeredChallenge } from './challenge.ts'

let sent = 0

/** A made-up letter with a telephone and words of its own. */
export function builtLetter(more: Partial<LetterInput> = {}): LetterInput {
  const at = ++sent
  return letterInput.parse({
    mailbox: 'consultation',
    author: '李小红',
    telephone: `139${String(at).padStart(8, '0')}`,
    subject: '咨询补助政策',
    body: `请问第${at}批补助怎样申请？`,
    consent: 'yes',
    ...more,
  })
}

/** The form as a reader without scripts fills it in. */
export function builtForm(platform: Platform, more: Partial<LetterInput> = {}): SentForm {
  const { challengeToken: token, challengeAnswer: answer } = answeredChallenge(
    String(challengeField(platform)),
  )
  const challenge = { work: '', token, answer }
  return {
    input: builtLetter(more),
    key: `key-${++sent}`,
    network: `192.0.2.${sent % 250}`,
    challenge,
    uploads: [],
  }
}

export const sendLetter = (platform: Platform, more: Partial<LetterInput> = {}): Promise<LetterReceipt> =>
  submitLetter(platform, builtForm(platform, more))

/** What the approver of the latest reply read. */
export async function seenHash(platform: Platform, id: number): Promise<string> {
  const reply = await latestReply(platform.db, id)
  if (!reply) return ''
  const files = await listReplyFiles(platform.db, platform, id)
  return hashOfSeen(await getLetter(platform.db, id), reply, await listAttachments(platform.db, id), files)
}

/** Accepted, answered by one person and approved by another. */
export async function answerLetter(
  platform: Platform,
  { officer, supervisor }: { officer: Staff; supervisor: Staff },
  id: number,
  { release = false, body = '请到窗口办理。', accept = true, forMerged = '' } = {},
): Promise<void> {
  if (accept) await acceptLetter(platform, officer, id)
  await draftReply(platform, officer, id, body, { forMerged })
  const contentHash = await seenHash(platform, id)
  await decideReply(platform, supervisor, id, { decision: 'approved', contentHash, reason: '', release })
}

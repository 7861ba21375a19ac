import type { Platform } from '#platform'
import { challengeAnswer, challengeField } from '#platform/challenge'
import type { ApplicationInput } from '../src/foi/contract.ts'
import { keepDraftProof } from '../src/foi/draft-proof.ts'
import type { Submission } from '../src/foi/submit-request.ts'
import { answeredChallenge } from './challenge.ts'

/** The smallest picture that is one. */
export const proofBytes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A form as a citizen sends it: identity proof uploaded, challenge answered. */
export async function readySubmission(
  platform: Platform,
  input: ApplicationInput,
  key: string,
): Promise<Submission> {
  await keepDraftProof(platform, key, {
    field: 'proof',
    name: '证件.png',
    bytes: proofBytes,
    tooLarge: false,
  })
  return {
    input,
    key,
    challenge: challengeAnswer(answeredChallenge(String(challengeField(platform)))),
  }
}

import { reviewEntry, writeEntry } from '#knowledge'
import { entryInput } from '#knowledge/contract'
import type { Platform } from '#platform'
import { addDays, day, instantOf } from '#platform/clock'
import type { Bureau } from './make-staff.ts'
import { later, on } from './work/hands.ts'
import { answerTexts } from './writing/answer-texts.ts'

/** Before the first call of the year, one after another. */
const firstDay = day('2017-11-06')

/** 口径: written by one person, reviewed by another. Answers which entry a question has. */
export async function makeAnswers(platform: Platform, people: Bureau): Promise<ReadonlyMap<string, number>> {
  const ids = new Map<string, number>()
  for (const [nth, { answer, audience = 'public', ...words }] of answerTexts.entries()) {
    const at = instantOf(addDays(firstDay, nth), '10:20')
    const text = `${answer}（模拟答复）`
    const entry = entryInput.parse({ ...words, answer: text, audience })
    const writer = people.the(nth % 3 === 0 ? 'hotline' : 'letters')
    const { id } = await writeEntry(on(platform, at), writer, entry)
    await reviewEntry(on(platform, later(at, 300)), people.the('supervisor'), id)
    ids.set(words.question, id)
  }
  return ids
}

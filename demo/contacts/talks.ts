import { answerTalk, claimTalk, closeIdle, closeTalk, insertTalk, rateTalk, sayInTalk } from '#chat'
import type { Platform } from '#platform'
import type { Tx } from '#platform/db'
import { pick, type Random, whole } from '../writing/random.ts'
import { type TalkText, talkTexts } from '../writing/talk-texts.ts'
import type { Caller } from './callers.ts'
import type { Diary } from './diary.ts'
import type { Office } from './letter-life.ts'

/** Talks of the year; some citizens left before an agent came. */
const talks = 48
const [leftShare, ratedShare, solvedShare] = [0.1, 0.6, 0.85]

/** Five o'clock in Shanghai. */
const lastHourUtc = 9

type Told = { diary: Diary; random: Random; office: Office; callers: () => Caller; moment: () => Date }

/** Live chat: asked, answered within minutes, closed, sometimes rated; each act by its use case. */
export function tellTalks(told: Told) {
  for (let nth = 0; nth < talks; nth += 1) tellTalk(told, pick(told.random, talkTexts), nth)
}

function tellTalk({ diary, random, office, callers, moment }: Told, text: TalkText, nth: number) {
  let at = moment()
  // There is no service after five.
  while (at.getUTCHours() >= lastHourUtc) at = moment()
  const agent = office.people.the('hotline')
  const [left, rated, solved] = [leftShare, ratedShare, solvedShare].map((share) => random() < share)
  const caller = random() < 0.5 ? callers() : undefined
  let id = 0
  let seconds = 0
  const then = (more: number, act: (platform: Platform) => Promise<unknown>) => {
    seconds += more
    diary.add(new Date(at.getTime() + seconds * 1000), act)
  }
  const say = (body: string, key: string) =>
    then(whole(random, 40, 150), (platform) =>
      answerTalk(platform, agent, id, { body: `${body}（模拟答复）`, key: `${nth} ${key}` }),
    )
  then(0, async (platform) => {
    const input = {
      question: `${text.question}（模拟提问）`,
      author: caller?.name ?? '',
      telephone: caller?.telephone ?? '',
    }
    id = (await insertTalk(platform.db as Tx, platform, input, `demonstration ${nth}`)).id
  })
  if (left) return then(45 * 60, (platform) => closeIdle(platform))
  then(whole(random, 10, 90), (platform) => claimTalk(platform, agent, id))
  say(text.answer, 'answer')
  if (text.more) {
    const [question, answer] = text.more
    then(whole(random, 30, 120), (platform) => sayInTalk(platform, id, question, `more ${nth}`))
    say(answer, 'more')
  }
  if (rated) then(20, (platform) => rateTalk(platform, id, solved === true))
  then(60, (platform) => closeTalk(platform, agent, id, { kind: text.kind, topic: text.topic }))
}

import {
  answerFollowUp,
  closeLetter,
  endSupervision,
  objectToReply,
  rateLetter,
  superviseLetter,
} from '#letters'
import { pick, whole } from '../writing/random.ts'
import type { LetterLife } from './letter-life.ts'

/** Levels from 5 down; most readers are content. */
const ratings = [5, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3, 2, 1]
const ratedShare = 0.46
const [returnedShare, objectedShare] = [0.05, 0.015]
/** Working days; longer ones are looked at by the head. */
const supervisedFrom = 13

/** From the desk to the department, to the reply, to what the sender says of it. */
export function tellWhole(life: LetterLife) {
  const { wait } = life.letter
  life.takeIn()
  if (life.sameAs) return
  life.claim(wait > 2 ? 2 : 1)
  supervise(life)
  answer(life, wait)
  afterwards(life, wait)
}

function supervise(life: LetterLife) {
  const head = life.office.people.the('supervisor')
  const { wait } = life.letter
  if (wait < supervisedFrom || life.letter.mailbox === 'consultation') return
  life.add(wait - 4, life.time(11, 11), (platform) =>
    superviseLetter(platform, head, life.opened.id, '请在期限内办结，并说明办理进展。'),
  )
  life.add(wait, '17:10', (platform) => endSupervision(platform, head, life.opened.id))
}

/** Drafted on the day before or in the morning, approved by a second person; some drafts come back once. */
function answer(life: LetterLife, wait: number) {
  if (wait > 4 && life.chance(returnedShare)) {
    life.draft(wait - 2, '09:30', '您好！来信收悉，您反映的情况正在了解。（模拟答复）')
    life.decide(wait - 2, '11:00', { returned: '请写明办理结果和依据，再送审批。' })
  }
  life.draft(wait, life.time(9, 10), life.letter.reply)
  life.decide(wait, life.time(11, 16), {})
}

/** What the sender says of the reply; a bad rating is followed up, silence closes the letter. */
function afterwards(life: LetterLife, wait: number) {
  const id = () => life.opened.id
  if (life.chance(objectedShare)) return objected(life, wait)
  if (!life.chance(ratedShare)) {
    life.add(wait + 15, '17:20', (platform) => closeLetter(platform, life.office.people.the('letters'), id()))
    return
  }
  const rating = pick(life.random, ratings)
  const later = wait + whole(life.random, 1, 3)
  life.add(later, life.time(18, 21), (platform) => rateLetter(platform, id(), rating))
  if (rating > 2) return
  life.add(later + 3, life.time(15, 16), async (platform) => {
    await answerFollowUp(
      platform,
      life.officer,
      id(),
      '已致电来信人说明办理情况，来信人表示理解。（模拟回访）',
    )
    await closeLetter(platform, life.officer, id())
  })
}

function objected(life: LetterLife, wait: number) {
  life.add(wait + 1, life.time(19, 20), (platform) =>
    objectToReply(platform, life.opened.id, '答复没有说明具体时间，请再核实。（模拟）'),
  )
  life.draft(
    wait + 4,
    '10:20',
    `${life.letter.reply.replace('（模拟答复）', '')}补充答复：经再次核实，预计本月底前办结。（模拟答复）`,
  )
  life.decide(wait + 4, '15:40', {})
  life.add(wait + 6, life.time(19, 20), (platform) => rateLetter(platform, life.opened.id, 4))
}

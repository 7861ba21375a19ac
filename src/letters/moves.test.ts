import { beforeAll, describe, expect, it } from 'vitest'
import { can, roles, type Staff } from '#people'
import { type Platform, Refusal } from '#platform'
import { day } from '#platform/clock'
import { seenHash, sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { type LetterStatus, letterStatuses } from './contract.ts'
import { claimLetter, dispatchLetter, giveOpinion, returnDispatch } from './dispatch-letter.ts'
import {
  acceptLetter,
  answerFollowUp,
  classifyLetter,
  closeLetter,
  endSupervision,
  reopenLetter,
  superviseLetter,
} from './handle-letter.ts'
import { type Move, mayMove, moves, type SenderMove, senderMay, senderMoves } from './letter.ts'
import { mergeLetter } from './merge-letter.ts'
import { changePublicVersion, releaseLetter } from './public-version.ts'
import { abilitiesOf } from './read-letter.ts'
import { recordBasis } from './record-basis.ts'
import { refuseLetter } from './refuse-letter.ts'
import { decideReply, draftReply } from './reply.ts'
import { objectToReply, rateLetter, withdrawLetter, withdrawName } from './sender.ts'
import { getLetter } from './store.ts'

let platform: Platform
let departmentId: number
let main: { id: number; number: string }
const people = new Map<string, Staff>()
const allMoves = Object.keys(moves) as Move[]

beforeAll(async () => {
  platform = await testPlatform()
  const department = { code: 'd', name: '政策处', position: 1 }
  const made = await platform.db
    .insertInto('departments')
    .values(department)
    .returning('id')
    .executeTakeFirstOrThrow()
  departmentId = made.id
  for (const role of roles) people.set(role, { ...(await testStaff(platform, role)), departmentId })
  main = await sendLetter(platform)
})

/** A letter in this state, with what each move needs beside the state: a dispatch, a draft, a follow-up. */
async function letterIn(status: LetterStatus, move?: Move): Promise<number> {
  const { id } = await sendLetter(platform)
  const answered = ['replied', 'closed'].includes(status)
  const today = day('2018-06-15')
  const at = platform.clock.now()
  const desk = people.get('hotline_agent')?.id ?? 0
  await platform.db
    .updateTable('letters')
    .set({
      status,
      accepted_on: status === 'received' ? null : today,
      ...(answered ? { replied_on: today, replied_at: at, last_replied_on: today } : {}),
      ...(status === 'closed' ? { closed_on: today } : {}),
      ...(status === 'merged' ? { duplicate_of_id: main.id } : {}),
      supervised: move === 'end_supervision',
    })
    .where('id', '=', id)
    .execute()
  const part = move === 'give_opinion' ? 'assisting' : 'main'
  if (move === 'claim' || move === 'return_dispatch' || move === 'give_opinion')
    await platform.db
      .insertInto('letter_dispatches')
      .values({
        letter_id: id,
        department_id: departmentId,
        part,
        dispatched_by: desk,
        dispatched_on: today,
      })
      .execute()
  if (move === 'decide_reply')
    await platform.db
      .insertInto('letter_replies')
      .values({
        letter_id: id,
        body_sealed: Buffer.from(''),
        body_public: '答复',
        content_hash: 'hash',
        drafted_by: desk,
        drafted_at: at,
      })
      .execute()
  if (move === 'answer_follow_up')
    await platform.db
      .insertInto('letter_follow_ups')
      .values({ letter_id: id, cause: 'bad_rating', opened_on: today })
      .execute()
  return id
}

const run: Record<Move, (staff: Staff, id: number) => Promise<unknown>> = {
  accept: (staff, id) => acceptLetter(platform, staff, id),
  classify: (staff, id) => classifyLetter(platform, staff, id, null),
  refuse: (staff, id) =>
    refuseLetter(platform, staff, id, { ground: 'unclear', note: '', authority: '', passedOn: false }),
  dispatch: (staff, id) =>
    dispatchLetter(platform, staff, id, { main: departmentId, assisting: [], note: '' }),
  claim: (staff, id) => claimLetter(platform, staff, id),
  return_dispatch: (staff, id) => returnDispatch(platform, staff, id, '不属于本处职责'),
  give_opinion: (staff, id) => giveOpinion(platform, staff, id, '同意'),
  merge: (staff, id) => mergeLetter(platform, staff, id, main.number),
  draft_reply: (staff, id) => draftReply(platform, staff, id, '请到窗口办理。'),
  decide_reply: async (staff, id) => {
    const contentHash = await seenHash(platform, id)
    return decideReply(platform, staff, id, { decision: 'approved', contentHash, reason: '', release: false })
  },
  change_public_version: (staff, id) =>
    changePublicVersion(platform, staff, id, { subject: '甲', body: '乙', reply: '丙', attachments: [] }),
  record_basis: async (staff, id) => {
    await platform.db
      .updateTable('letters')
      .set({ consents_to_publication: false })
      .where('id', '=', id)
      .execute()
    return recordBasis(platform, staff, id, { basis: 'consent_told', note: '2018年6月15日电话中同意公开' })
  },
  release: async (staff, id) => {
    const { version } = await getLetter(platform.db, id)
    return releaseLetter(platform, staff, id, { shown: true, version })
  },
  supervise: (staff, id) => superviseLetter(platform, staff, id, '请抓紧'),
  end_supervision: (staff, id) => endSupervision(platform, staff, id),
  answer_follow_up: (staff, id) => answerFollowUp(platform, staff, id, '已经电话说明'),
  close: (staff, id) => closeLetter(platform, staff, id),
  reopen: (staff, id) => reopenLetter(platform, staff, id, '需要补充'),
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof Refusal)) throw error
      return error.code
    },
  )

describe.each(letterStatuses)('%s', (status) => {
  it.each(allMoves)(
    '%s: done by who may, refused to everybody else; the screen says the same',
    async (move) => {
      const allowed = mayMove(status, move)
      for (const role of roles) {
        const staff = people.get(role) as Staff
        const permitted = can(staff, moves[move].action)
        const context = { dispatches: [], followUp: undefined }
        const asShown = abilitiesOf(staff, { status }, { ...context, draftedBy: 0 })[move]
        if (!permitted || !allowed) expect([role, asShown]).toEqual([role, false])
        // One letter for each role that may; for the others one of each state is enough.
        if (!permitted && role !== 'author' && role !== 'correspondence_officer' && role !== 'supervisor')
          continue
        const id = await letterIn(status, move)
        const expected = permitted ? (allowed ? 'done' : 'wrong_status') : 'not_allowed'
        expect([role, await codeOf(run[move](staff, id))]).toEqual([role, expected])
      }
    },
  )

  const asSender: Record<SenderMove, (id: number) => Promise<unknown>> = {
    rate: (id) => rateLetter(platform, id, 5),
    object: (id) => objectToReply(platform, id, '问题没有解决'),
    withdraw: (id) => withdrawLetter(platform, id),
    withdraw_name: (id) => withdrawName(platform, id),
  }
  it.each(Object.keys(senderMoves) as SenderMove[])('the sender: %s', async (move) => {
    const id = await letterIn(status)
    const code = await codeOf(asSender[move](id))
    const refusedAs = move === 'withdraw' || move === 'withdraw_name' ? 'wrong_status' : 'not_replied'
    expect(code).toBe(senderMay(status, move) ? 'done' : refusedAs)
  })
})

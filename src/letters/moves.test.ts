import { beforeAll, describe, expect, it } from 'vitest'
import { can, roles, type Staff } from '#people'
import { type Platform, Refusal } from '#platform'
import { day } from '#platform/clock'
import { answerLetter, seenHash, sendLetter } from '../../test/letters.ts'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { pdfOf } from '../platform/files/builders.ts'
import { type LetterStatus, letterStatuses } from './contract.ts'
import { coverWords } from './cover-words.ts'
import { claimLetter, dispatchLetter, giveOpinion, returnDispatch } from './dispatch-letter.ts'
import { listFollowUps, openOne } from './follow-ups.ts'
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
import { keepReplyFile, removeReplyFile } from './reply-files/keep-reply-file.ts'
import { correctContact, objectToReply, rateLetter, withdrawLetter, withdrawName } from './sender.ts'
import { getLetter } from './store.ts'
import { readSent } from './track-letter.ts'

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
  const answered = ['replied', 'closed', 'merged'].includes(status)
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
  if (move === 'remove_file' && status === 'handling')
    await keepReplyFile(platform, people.get('correspondence_officer') as Staff, id, smallPdf())
  if (move === 'answer_follow_up')
    await platform.db
      .insertInto('letter_follow_ups')
      .values({ letter_id: id, cause: 'bad_rating', opened_on: today })
      .execute()
  return id
}

const smallPdf = () => ({ name: '办理材料清单.pdf', bytes: pdfOf(1) })

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
  attach_file: (staff, id) => keepReplyFile(platform, staff, id, smallPdf()),
  remove_file: async (staff, id) => {
    const file = await platform.db
      .selectFrom('letter_reply_files')
      .select('id')
      .where('letter_id', '=', id)
      .executeTakeFirst()
    return removeReplyFile(platform, staff, id, file?.id ?? 0)
  },
  draft_reply: (staff, id) => draftReply(platform, staff, id, '请到窗口办理。'),
  decide_reply: async (staff, id) => {
    const contentHash = await seenHash(platform, id)
    return decideReply(platform, staff, id, { decision: 'approved', contentHash, reason: '', release: false })
  },
  change_public_version: (staff, id) =>
    changePublicVersion(platform, staff, id, { subject: '甲', body: '乙', reply: '丙', attachments: [] }),
  cover: async (staff, id) => {
    await platform.db.updateTable('letters').set({ body_public: '毛偲纯来过' }).where('id', '=', id).execute()
    return coverWords(platform, staff, id, '毛偲纯')
  },
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
      // Who may not changes nothing, so that one letter serves them all; who may gets one each.
      const untouched = await letterIn(status, move)
      for (const role of roles) {
        const staff = people.get(role) as Staff
        const permitted = can(staff, moves[move].action)
        const context = { dispatches: [], followUp: undefined }
        const asShown = abilitiesOf(staff, { status }, { ...context, draftedBy: 0 })[move]
        if (!permitted || !allowed) expect([role, asShown]).toEqual([role, false])
        const id = permitted && allowed ? await letterIn(status, move) : untouched
        const expected = permitted ? (allowed ? 'done' : 'wrong_status') : 'not_allowed'
        expect([role, await codeOf(run[move](staff, id))]).toEqual([role, expected])
      }
      expect((await getLetter(platform.db, untouched)).status).toBe(status)
    },
  )

  const asSender: Record<SenderMove, (id: number) => Promise<unknown>> = {
    rate: (id) => rateLetter(platform, id, 5),
    object: (id) => objectToReply(platform, id, '问题没有解决'),
    withdraw: (id) => withdrawLetter(platform, id),
    correct_contact: (id) => correctContact(platform, id, { telephone: '13900139111', email: '' }),
    withdraw_name: (id) => withdrawName(platform, id),
  }
  it.each(Object.keys(senderMoves) as SenderMove[])('the sender: %s', async (move) => {
    const id = await letterIn(status)
    const code = await codeOf(asSender[move](id))
    const refusedAs = move === 'rate' || move === 'object' ? 'not_replied' : 'wrong_status'
    expect(code).toBe(senderMay(status, move) ? 'done' : refusedAs)
  })
})

/** What a letter brings along beside its state, and what each move that ends its handling makes of that. */
describe('circumstances', () => {
  const desk = () => people.get('correspondence_officer') as Staff
  const followUpOf = async (id: number) => openOne(await listFollowUps(platform.db, id))
  /** Answered once, objected to, handled again: a follow-up is open. */
  async function reopened() {
    const id = await letterIn('replied')
    await objectToReply(platform, id, '问题没有解决')
    expect((await followUpOf(id))?.cause).toBe('objection')
    return id
  }
  const endings: Record<string, (id: number) => Promise<unknown>> = {
    refuse: (id) => run.refuse(desk(), id),
    merge: (id) => run.merge(desk(), id),
    withdraw: (id) => withdrawLetter(platform, id),
  }
  it.each(Object.entries(endings))('an open follow-up ends with the letter: %s', async (_, end) => {
    const id = await reopened()
    await end(id)
    expect(await followUpOf(id)).toBeUndefined()
  })

  it.each([
    ['refuse', (id: number) => run.refuse(desk(), id), 'refused'],
    [
      'pass on',
      (id: number) =>
        refuseLetter(platform, desk(), id, {
          ground: 'not_our_duty',
          note: '',
          authority: '市城管局',
          passedOn: true,
        }),
      'routed',
    ],
    ['withdraw', (id: number) => withdrawLetter(platform, id), 'withdrawn'],
  ] as const)('what was merged into a letter is handled alone again: %s', async (_, end, status) => {
    const { id, number } = await sendLetter(platform)
    const children = [await sendLetter(platform), await sendLetter(platform)]
    for (const child of children) await mergeLetter(platform, desk(), child.id, number)
    await end(id)
    expect((await getLetter(platform.db, id)).status).toBe(status)
    for (const child of children) {
      const letter = await getLetter(platform.db, child.id)
      expect(letter).toMatchObject({ status: 'handling', duplicateOfId: null, repliedOn: null })
      // Ten working days from the day on which it stands alone; 18 June is the Dragon Boat Festival.
      expect([letter.acceptedOn, letter.dueOn]).toEqual(['2018-06-15', '2018-06-27'])
    }
  })

  it('a joint reply that was given stays with those who got it', async () => {
    const { id, number } = await sendLetter(platform)
    const child = await sendLetter(platform)
    await mergeLetter(platform, desk(), child.id, number)
    const [officer, supervisor] = [desk(), people.get('supervisor') as Staff]
    await answerLetter(platform, { officer, supervisor }, id)
    await reopenLetter(platform, supervisor, id, '需要补充')
    await run.refuse(officer, id)
    expect(await getLetter(platform.db, child.id)).toMatchObject({
      status: 'merged',
      repliedOn: '2018-06-15',
    })
  })

  it('a refused letter that had a reply loses the ground of refusal when it is handled again', async () => {
    const id = await reopened()
    await run.refuse(desk(), id)
    await reopenLetter(platform, people.get('supervisor') as Staff, id, '属于本机关职责')
    expect(await getLetter(platform.db, id)).toMatchObject({
      status: 'handling',
      refusalGround: null,
      authority: '',
    })
    expect((await followUpOf(id))?.cause).toBe('reopened')
  })

  it('the sender of a letter reopened and then merged reads the own reply and the joint one', async () => {
    const [officer, supervisor] = [desk(), people.get('supervisor') as Staff]
    const joint = await sendLetter(platform)
    const { id } = await sendLetter(platform)
    await answerLetter(platform, { officer, supervisor }, id, { body: '第一次答复的内容。' })
    await objectToReply(platform, id, '问题没有解决')
    await mergeLetter(platform, officer, id, joint.number)
    expect((await readSent(platform, id)).replies.map(({ text }) => text)).toEqual(['第一次答复的内容。'])
    await answerLetter(platform, { officer, supervisor }, joint.id, { body: '合并办理的答复。' })
    expect((await readSent(platform, id)).replies.map(({ text }) => text)).toEqual([
      '第一次答复的内容。',
      '合并办理的答复。',
    ])
  })

  it('the sender of a merged letter rates the joint reply, and one who is not content has a letter again', async () => {
    const content = await letterIn('merged')
    await rateLetter(platform, content, 5)
    expect((await getLetter(platform.db, content)).status).toBe('merged')
    const unhappy = await letterIn('merged')
    await rateLetter(platform, unhappy, 1)
    expect(await getLetter(platform.db, unhappy)).toMatchObject({ status: 'replied', duplicateOfId: null })
    expect((await followUpOf(unhappy))?.cause).toBe('bad_rating')
    const objecting = await letterIn('merged')
    await objectToReply(platform, objecting, '不是同一件事')
    expect(await getLetter(platform.db, objecting)).toMatchObject({ status: 'handling', duplicateOfId: null })
    const { id } = await sendLetter(platform)
    await mergeLetter(platform, desk(), id, main.number)
    expect(await codeOf(rateLetter(platform, id, 5))).toBe('not_replied')
  })
})

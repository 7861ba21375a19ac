import { record } from '#audit'
import { workingCalendar } from '#calendar'
import { actorOf, assertCan, can, type Staff } from '#people'
import { type Platform, refuse } from '#platform'
import { attachmentName, listAttachments } from './attachments.ts'
import { type Dispatch, dispatchTo, listDispatches, mayDraft } from './dispatches.ts'
import { doubtfulNames } from './doubtful-names.ts'
import { listEvents } from './events.ts'
import { type FollowUp, listFollowUps, openOne } from './follow-ups.ts'
import { knownOfLetter } from './known.ts'
import { type Letter, type Move, mayMove, moves } from './letter.ts'
import { countMerged } from './merged-reply.ts'
import { hashOfSeen } from './public-version.ts'
import { findRelated } from './related-letters.ts'
import { latestReply } from './replies.ts'
import { findingsOf } from './reply-files/check-reply-file.ts'
import { listReplyFiles } from './reply-files/store.ts'
import { type Original, unsealFollowUp, unsealOpinion, unsealOriginal, unsealReply } from './sealed.ts'
import { getLetter, getMailboxByKey } from './store.ts'
import { listTopics } from './topics/store.ts'
import { byId, topicOf } from './topics/topic-tree.ts'
import { runningClock, urgencyOf } from './urgency.ts'

export type Abilities = Record<Move, boolean> & { readOriginal: boolean; hide: boolean }
export type Circumstances = {
  draftedBy?: number | undefined
  dispatches?: readonly Pick<Dispatch, 'id' | 'departmentId' | 'part' | 'claimedOn' | 'endedOn'>[]
  followUp?: Pick<FollowUp, 'closedOn'> | undefined
}

type Able = Pick<Letter, 'status'> &
  Partial<
    Pick<Letter, 'supervised' | 'consents' | 'publicChangedBy' | 'basisRecordedBy' | 'consentWithdrawn'>
  >

/** What this person may do next, by permission, state and the letter's circumstances; the screen shows nothing else. */
export function abilitiesOf(staff: Staff, letter: Able, about: Circumstances = {}): Abilities {
  const { dispatches = [], followUp, draftedBy } = about
  const own = dispatchTo(staff, dispatches)
  const stands: Partial<Record<Move, boolean>> = {
    claim: own !== undefined && own.claimedOn === null,
    return_dispatch: own !== undefined,
    give_opinion: own?.part === 'assisting',
    draft_reply: mayDraft(staff, dispatches),
    attach_file: mayDraft(staff, dispatches),
    remove_file: mayDraft(staff, dispatches),
    decide_reply: draftedBy !== staff.id,
    record_basis: letter.consents !== true && letter.consentWithdrawn !== true,
    release:
      letter.consents !== false &&
      ![letter.publicChangedBy, letter.basisRecordedBy, draftedBy].includes(staff.id),
    supervise: letter.supervised !== true,
    end_supervision: letter.supervised !== false,
    answer_follow_up: followUp !== undefined,
    close: followUp === undefined,
  }
  const each = (Object.keys(moves) as Move[]).map((move) => {
    const allowed = can(staff, moves[move].action) && mayMove(letter.status, move)
    return [move, allowed && stands[move] !== false]
  })
  const hide = can(staff, moves.release.action) && mayMove(letter.status, 'release')
  return { ...Object.fromEntries(each), readOriginal: can(staff, 'letters.handle'), hide } as Abilities
}

/** One letter for the console. Reply, opinions and outcomes are opened: the read is on the audit record. Throws: Refusal not_found, not_allowed. */
export async function readLetter(platform: Platform, staff: Staff, id: number) {
  assertCan(staff, 'letters.read')
  const { db, clock } = platform
  const [letter, events, draft, dispatches, followUps, attachments, topics, calendar, files] =
    await Promise.all([
      getLetter(db, id),
      listEvents(db, id),
      latestReply(db, id),
      listDispatches(db, id),
      listFollowUps(db, id),
      listAttachments(db, id),
      listTopics(db),
      workingCalendar(db),
      listReplyFiles(db, platform, id),
    ])
  const [{ mailbox, known }, related, merged] = await Promise.all([
    platform.inTransaction(async (tx) => {
      const opens = draft || files.length || dispatches.some(({ opinionSealed }) => opinionSealed)
      if (opens || followUps.some(({ outcomeSealed }) => outcomeSealed))
        record(tx, { actor: actorOf(staff), action: 'letters.read', subject: { kind: 'letter', id } })
      return {
        mailbox: await getMailboxByKey(tx, letter.mailbox),
        known: files.length ? await knownOfLetter(tx, platform, id) : [],
      }
    }),
    findRelated(db, letter),
    countMerged(db, id),
  ])
  const followUp = openOne(followUps)
  const running = runningClock({ ...letter, followUpDueOn: followUp?.dueOn ?? null })
  const waiting = draft && !draft.approved_by
  return {
    letter: { ...letter, mailboxName: mailbox.name, topic: topicOf(byId(topics), letter) },
    clock: running
      ? { ...running, ...urgencyOf(calendar, running.dueOn, clock.today(), mailbox.warn_before) }
      : null,
    events,
    dispatches: dispatches.map(({ opinionSealed, ...one }) => ({
      ...one,
      opinion: opinionSealed && unsealOpinion(platform, opinionSealed),
    })),
    followUps: followUps.map(({ wordsSealed, outcomeSealed, ...one }) => ({
      ...one,
      /** The sender's own words are opened on purpose: `readObjection`. */
      hasWords: wordsSealed !== null,
      outcome: outcomeSealed && unsealFollowUp(platform, outcomeSealed),
    })),
    attachments: attachments.map(({ nameSealed, ...one }) => one),
    reply: draft
      ? {
          body: unsealReply(platform, draft.body_sealed),
          bodyPublic: draft.body_public,
          waiting: Boolean(waiting),
          forMerged: draft.for_merged_sealed ? unsealReply(platform, draft.for_merged_sealed) : '',
          contentHash: hashOfSeen(letter, draft, attachments, files),
          returnedReason: draft.returned_reason,
        }
      : null,
    replyFiles: files.map(({ text, fileId, letterId, ...file }) => ({
      ...file,
      latest: !file.sent || file.replyId === draft?.id,
      findings: findingsOf({ text }, known),
    })),
    /** Letters that get the same reply. */
    merged,
    related,
    doubts: doubtfulNames(letter, waiting ? draft.body_public : '', attachments),
    abilities: abilitiesOf(staff, letter, { draftedBy: draft?.drafted_by, dispatches, followUp }),
  }
}

export type ReadOriginal = Original & { attachments: { id: number; name: string }[] }

/** Opens the seal; the read is on the audit record. Throws: Refusal not_allowed, not_found. */
export function readOriginal(platform: Platform, staff: Staff, id: number): Promise<ReadOriginal> {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'letters.handle')
    const row = await tx
      .selectFrom('letters')
      .select('original_sealed')
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw refuse('not_found')
    record(tx, { actor: actorOf(staff), action: 'letters.read_original', subject: { kind: 'letter', id } })
    const attachments = await listAttachments(tx, id)
    return {
      ...unsealOriginal(platform, row.original_sealed),
      attachments: attachments.map((one) => ({ id: one.id, name: attachmentName(platform, one) })),
    }
  })
}

/** What the sender said against a reply; the read is on the audit record. Throws: Refusal not_allowed, not_found. */
export function readObjection(platform: Platform, staff: Staff, id: number, followUpId: number) {
  return platform.inTransaction(async (tx) => {
    assertCan(staff, 'letters.read')
    const found = (await listFollowUps(tx, id)).find((one) => one.id === followUpId)
    if (!found?.wordsSealed) throw refuse('not_found')
    record(tx, {
      actor: actorOf(staff),
      action: 'letters.read_objection',
      subject: { kind: 'letter', id },
      detail: { followUp: followUpId },
    })
    return { words: unsealFollowUp(platform, found.wordsSealed) }
  })
}

/** Opens one attachment; the read is on the audit record. Throws: Refusal not_allowed, not_found, file_gone. */
export async function openAttachment(platform: Platform, staff: Staff, id: number, attachmentId: number) {
  const attachment = await platform.inTransaction(async (tx) => {
    assertCan(staff, 'letters.handle')
    const found = (await listAttachments(tx, id)).find((one) => one.id === attachmentId)
    if (!found) throw refuse('not_found')
    record(tx, {
      actor: actorOf(staff),
      action: 'letters.read_attachment',
      subject: { kind: 'letter', id },
      detail: { attachmentId },
    })
    return found
  })
  const { file, stream } = await platform.files.open({ id: attachment.fileId })
  return { name: attachmentName(platform, attachment), mediaType: file.mediaType, stream }
}

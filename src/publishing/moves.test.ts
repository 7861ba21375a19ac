import { beforeAll, expect, it } from 'vitest'
import type { Role, Staff } from '#people'
import type { Platform } from '#platform'
import { sql } from '#platform/db'
import { testPlatform } from '../../test/platform.ts'
import { testStaff } from '../../test/staff.ts'
import { abilitiesOf } from './abilities.ts'
import { builtContent, builtSection } from './builders.ts'
import { type ArticleStatus, articleStatuses } from './contract.ts'
import { createArticle } from './create-article.ts'
import { decideStep } from './decide.ts'
import { confirmEmergency, publishInEmergency } from './emergency.ts'
import { publishArticle } from './publish.ts'
import { getRevision } from './revision-store.ts'
import { saveDraft } from './save-draft.ts'
import { cancelSchedule, cancelWithdrawal, schedulePublishing, scheduleWithdrawal } from './schedule.ts'
import { findArticle, listAuthors, listDecisions, listReviewSteps, listShownAuthors } from './store.ts'
import { submitArticle } from './submit.ts'
import { withdrawArticle } from './withdraw.ts'

/** Every role that exists; the table says which of them may. */
const roles: readonly Role[] = [
  ...([
    'author',
    'reviewer',
    'secrecy_reviewer',
    'publisher',
    'foi_officer',
    'correspondence_officer',
  ] as const),
  ...(['hotline_agent', 'statistician', 'supervisor'] as const),
  ...(['system_administrator', 'security_administrator', 'audit_administrator'] as const),
]
const end = { kind: 'notice' as const, reason: '公示期满', mergedIntoId: null }
const later = new Date('2018-07-01T00:00:00Z')

/** Who may do it, from which status of the head revision, and what the console calls it. */
const table = {
  save: ['author', 'edit', articleStatuses],
  submit: ['author', 'submit', ['draft', 'published', 'withdrawn']],
  decide: ['reviewer', 'decide', ['in_review']],
  publish: ['publisher', 'publish', ['approved', 'scheduled']],
  schedule: ['publisher', 'schedule', ['approved', 'scheduled']],
  cancelSchedule: ['publisher', 'cancelSchedule', ['scheduled']],
  publishInEmergency: ['publisher', 'publishInEmergency', ['draft', 'in_review', 'approved', 'scheduled']],
  confirmEmergency: ['reviewer', 'confirmEmergency', articleStatuses],
  withdraw: ['publisher', 'withdraw', ['draft', 'in_review', 'approved', 'scheduled', 'published']],
  scheduleWithdrawal: ['publisher', 'scheduleWithdrawal', ['approved', 'scheduled', 'published']],
  cancelWithdrawal: ['publisher', undefined, articleStatuses],
} as const satisfies Record<string, readonly [Role, string | undefined, readonly ArticleStatus[]]>
type Action = keyof typeof table

let platform: Platform
let id: number
let other: Staff
let sectionId: number
const people = new Map<Role, Staff>()

beforeAll(async () => {
  platform = await testPlatform()
  sectionId = await builtSection(platform)
  for (const role of roles) people.set(role, await testStaff(platform, role))
  const author = await testStaff(platform, 'author')
  other = await testStaff(platform, 'publisher', 'reviewer', 'secrecy_reviewer')
  id = (await createArticle(platform, author, builtContent(sectionId))).id
  await publishInEmergency(platform, other, id, '测试所需的紧急发布')
})

/** The three approvals, as if given after the last submission. */
async function approve() {
  const { id: revision, contentHash } = await getRevision(platform.db, 1)
  const approval = { article_id: id, revision_id: revision, content_hash: contentHash, decision: 'approved' }
  // Nothing but this takes a decision away.
  await sql`truncate review_decisions`.execute(platform.db)
  await platform.db
    .insertInto('review_decisions')
    .values(
      ['first_review', 'secrecy_review', 'final_review'].map((step) => ({
        ...approval,
        step,
        decided_by: other.id,
        decided_at: platform.clock.now(),
      })),
    )
    .execute()
}

/** Puts the item into a status as the use cases would have left it. */
async function arrange(status: ArticleStatus) {
  await approve()
  const scheduled = status === 'scheduled' ? new Date('2018-06-20T00:00:00Z') : null
  await platform.db
    .updateTable('articles')
    .set({
      status,
      head_revision_id: 1,
      public_revision_id: status === 'withdrawn' ? null : 1,
      awaited_step: status === 'in_review' ? 'first_review' : null,
      publish_at: scheduled,
      withdraw_at: later,
      withdraw_kind: 'notice',
      withdraw_reason: '期满',
      emergency_by: other.id,
      emergency_confirmed_by: null,
    })
    .where('id', '=', id)
    .execute()
  await platform.db.updateTable('published_articles').set({ state: 'live' }).execute()
}

async function act(action: Action, staff: Staff): Promise<unknown> {
  const { version = 0 } = (await findArticle(platform.db, id)) ?? {}
  const { contentHash } = await getRevision(platform.db, 1)
  switch (action) {
    case 'save':
      return saveDraft(platform, staff, id, { ...builtContent(sectionId), version })
    case 'submit':
      return submitArticle(platform, staff, id)
    case 'decide':
      return decideStep(platform, staff, id, {
        decision: 'approved',
        comment: '',
        acceptedWarnings: [],
        contentHash,
      })
    case 'publish':
      return publishArticle(platform, staff, id)
    case 'schedule':
      return schedulePublishing(platform, staff, id, new Date('2018-06-21T00:00:00Z'))
    case 'cancelSchedule':
      return cancelSchedule(platform, staff, id)
    case 'publishInEmergency':
      return publishInEmergency(platform, staff, id, '测试所需的紧急发布')
    case 'confirmEmergency':
      return confirmEmergency(platform, staff, id, { comment: '', contentHash })
    case 'withdraw':
      return withdrawArticle(platform, staff, id, end)
    case 'scheduleWithdrawal':
      return scheduleWithdrawal(platform, staff, id, { ...end, at: later })
    case 'cancelWithdrawal':
      return cancelWithdrawal(platform, staff, id)
    default:
      return action satisfies never
  }
}

async function abilityOf(name: string, staff: Staff) {
  const article = await findArticle(platform.db, id)
  if (!article) throw new Error('no article')
  const revision = await getRevision(platform.db, 1)
  const steps = await listReviewSteps(platform.db)
  const abilities = abilitiesOf(
    staff,
    article,
    { ...revision, id: 2 },
    steps,
    await listDecisions(platform.db, id),
    { ofHead: await listAuthors(platform.db, article), ofShown: await listShownAuthors(platform.db, id) },
  )
  return abilities[name as keyof typeof abilities]
}

it.each(Object.keys(table) as Action[])('status × role: %s', async (action) => {
  const [allowed, ability, from] = table[action]
  for (const status of articleStatuses)
    for (const role of roles) {
      const staff = people.get(role) as Staff
      await arrange(status)
      const offered = ability && (await abilityOf(ability, staff))
      const outcome = await act(action, staff).then(
        () => 'done',
        (error) => error.code ?? error,
      )
      const fits = (from as readonly string[]).includes(status)
      // The step that is awaited names the duty, so without one there is nobody to ask.
      const refused =
        action === 'decide' && !fits ? 'wrong_status' : role === allowed ? 'wrong_status' : 'not_allowed'
      const expected = fits && role === allowed ? 'done' : refused
      expect([status, role, outcome]).toEqual([status, role, expected])
      if (ability) expect([status, role, offered]).toEqual([status, role, expected === 'done'])
    }
})

import { z } from 'zod'
import { dayInput, instantInput } from '#platform/clock/contract'
import { sortInput } from '#platform/table/contract'

/** Status values are identical in PostgreSQL, TypeScript and JSON; Chinese is in labels.ts. */
export const articleStatuses = [
  'draft',
  'in_review',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
] as const
export type ArticleStatus = (typeof articleStatuses)[number]

export const documentKinds = [
  'general',
  'normative_document',
  'policy_document',
  'interpretation',
  'public_concern_response',
  'notice',
  'plan',
  'budget',
  'report',
] as const
export type DocumentKind = (typeof documentKinds)[number]
/** What an interpretation can explain, and what can bind or cease to bind. */
export const policyKinds = ['normative_document', 'policy_document', 'plan', 'notice'] as const
export const isPolicyKind = (kind: string) => (policyKinds as readonly string[]).includes(kind)

/** Law: 国办发〔2016〕80号 (interpretations in several forms). */
export const interpretationForms = ['text', 'infographic', 'video', 'commentary', 'interview'] as const
/** 有效性: a public document says whether it still binds. */
export const effectivenessValues = ['in_force', 'amended', 'repealed', 'expired'] as const
/** Law: Order 711 art. 13 (disclosed on own initiative, or on request), art. 14-16 (not disclosed). */
export const opennessValues = ['proactive', 'on_request', 'not_disclosed'] as const
/** 五公开. Law: 国办发〔2016〕80号 part 2. */
export const openStages = ['decision', 'implementation', 'management', 'service', 'result'] as const

export const withdrawalKinds = ['notice', 'gone', 'merged', 'archived'] as const
export type WithdrawalKind = (typeof withdrawalKinds)[number]

const line = z.string().trim().max(500)
const webAddress = z.url({ protocol: /^https?$/ }).max(2000)

export const attachmentInput = z.object({
  fileId: z.number().int().positive(),
  name: line.min(1),
  role: z.enum(['attachment', 'inline', 'cover']).default('attachment'),
  alt: line.default(''),
})

/** What an author writes. Every field is covered by the content hash. */
export const articleContent = z.object({
  sectionId: z.number().int().positive(),
  title: line.min(1, '请填写标题。'),
  subtitle: line.default(''),
  summary: z.string().trim().max(2000).default(''),
  keywords: line.default(''),
  media: z.enum(['text', 'picture', 'video', 'link']).default('text'),
  bodyHtml: z.string().max(5_000_000).default(''),
  linkUrl: webAddress.nullable().default(null),
  origin: z.enum(['own', 'repost']).default('own'),
  sourceName: line.default(''),
  sourceUrl: webAddress.nullable().default(null),
  originallyPublishedOn: dayInput.nullable().default(null),
  authorName: line.default(''),
  documentKind: z.enum(documentKinds).default('general'),
  interpretationForm: z.enum(interpretationForms).nullable().default(null),
  documentNumber: line.nullable().default(null),
  issuingBody: line.nullable().default(null),
  documentDate: dayInput.nullable().default(null),
  effectiveness: z.enum(effectivenessValues).nullable().default(null),
  subjectCategory: line.nullable().default(null),
  openness: z.enum(opennessValues).default('proactive'),
  opennessReason: line.nullable().default(null),
  openStage: z.enum(openStages).nullable().default(null),
  /** The document that took this one's place. */
  successorId: z.number().int().positive().nullable().default(null),
  attachments: z.array(attachmentInput).max(100).default([]),
})
export type ArticleContent = z.infer<typeof articleContent>

/** `replayKey` is made by the form; sending it twice makes one draft. */
export const newArticleInput = articleContent.extend({ replayKey: z.uuid().optional() })
export const draftInput = articleContent.extend({ version: z.number().int().positive() })

/** A form as it stands, right or wrong; `version` is the one that it was written over. */
export const keptDraftInput = z.object({
  version: z.number().int().positive(),
  values: z.record(z.string(), z.unknown()),
})
export type KeptDraftInput = z.infer<typeof keptDraftInput>

/** A word for each warning that somebody lets pass. */
export const acceptedWarnings = z.array(z.object({ code: line, word: line.min(1) })).default([])
export type AcceptedWarnings = z.infer<typeof acceptedWarnings>
export const publicationInput = z.object({ acceptedWarnings }).prefault({})

export const decisionInput = z.object({
  decision: z.enum(['approved', 'returned']),
  comment: z.string().trim().max(2000).default(''),
  acceptedWarnings,
})
export type DecisionInput = z.infer<typeof decisionInput>

export const withdrawalInput = z.object({
  kind: z.enum(withdrawalKinds),
  reason: z.string().trim().min(1, '请填写撤稿原因。').max(500),
  mergedIntoId: z.number().int().positive().nullable().default(null),
})
export type WithdrawalInput = z.infer<typeof withdrawalInput>

export const withdrawalScheduleInput = withdrawalInput.extend({
  withdrawAt: instantInput,
})
export const agendaQuery = z.object({ from: dayInput, to: dayInput })
export const scheduleInput = z.object({ publishAt: instantInput, acceptedWarnings })
export const emergencyInput = z.object({
  reason: z.string().trim().min(5, '请写明紧急发布的理由。').max(500),
  acceptedWarnings,
})
/** Bound to the content that the second person saw. */
export const confirmationInput = z.object({
  comment: z.string().trim().max(500).default(''),
  contentHash: z.string().length(64),
})

/** error blocks, warning needs a word from each reviewer, note only tells. */
export type FindingLevel = 'error' | 'warning' | 'note'
/** One thing the pre-check saw. `place` quotes the text around it. */
export type Finding = { code: string; level: FindingLevel; text: string; place?: string; suggestion?: string }

/** Filters and order of the console's list; `after` is where the page before ended. */
export const articleFilters = z.object({
  status: z.enum(articleStatuses).optional(),
  step: z.string().max(50).optional(),
  sectionId: z.coerce.number().int().positive().optional(),
  kind: z.enum(documentKinds).optional(),
  mine: z.stringbool().optional(),
  /** Neither saved last nor submitted by the one who asks: what they may review. */
  others: z.stringbool().optional(),
  /** Drafts that a reviewer gave back. */
  returned: z.stringbool().optional(),
  /** Public items with a correction that is not public yet. */
  corrected: z.stringbool().optional(),
  emergency: z.stringbool().optional(),
  title: z.string().trim().max(100).optional(),
  from: dayInput.optional(),
  to: dayInput.optional(),
})
export const articleListQuery = articleFilters.extend({
  sort: sortInput(['id', 'updated', 'submitted'], '-id'),
  after: z
    .string()
    .regex(/^\d{1,16}(?:\.\d{1,16})?$/)
    .optional(),
})
export type ArticleFilters = z.infer<typeof articleFilters>
export type ArticleListQuery = z.infer<typeof articleListQuery>

export const boundDecisionInput = decisionInput.extend({ contentHash: z.string().length(64) })

export const sectionKinds = [
  'channel',
  'overview',
  'news',
  'notices',
  'policies',
  'interpretations',
  'data',
  'service',
  'interaction',
  'repost',
  'feature',
] as const
/** Page tags ColumnDescription, ColumnKeywords, ColumnType: rules.md 3.3. */
export const sectionInput = z.object({
  code: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '栏目代码只能用小写字母、数字和横线。')
    .max(50),
  name: line.min(1, '请填写栏目名称。'),
  parentId: z.number().int().positive().nullable().default(null),
  kind: z.enum(sectionKinds),
  description: line.default(''),
  keywords: line.default(''),
  columnType: line.default(''),
  ownerDepartmentId: z.number().int().positive().nullable().default(null),
  freshnessDays: z.number().int().positive().max(3650).nullable().default(null),
  position: z.number().int().min(0).default(0),
  shortcutPosition: z.number().int().positive().nullable().default(null),
  countsAsDisclosure: z.boolean().default(true),
  /** What its items usually are: proposed to an author, taken for imported rows that do not say it. */
  defaultDocumentKind: z.enum(documentKinds).nullable().default(null),
  defaultOrigin: z.enum(['own', 'repost']).nullable().default(null),
})
export type SectionInput = z.infer<typeof sectionInput>
export const sectionEnd = z.object({ mergedIntoId: z.number().int().positive().nullable().default(null) })
export type SectionEnd = z.infer<typeof sectionEnd>

export const termInput = z.object({
  term: line.min(1),
  suggestion: line.default(''),
  severity: z.enum(['error', 'warning']),
  reason: line.default(''),
})
export type TermInput = z.infer<typeof termInput>

/** Unit: days until a preview link ends by itself. */
export const previewInput = z.object({ days: z.number().int().min(1).max(30).default(7) })

/** The agency's choices for publishing. */
export const publishingSettings = z.object({
  /** 索引号 has no national form; rules.md 4 shows one that was seen. {code}, {year} and {serial} are filled in. */
  indexNumber: z
    .object({
      pattern: line
        .regex(/\{year\}.*\{serial\}/, '须包含 {year}，其后包含 {serial}。')
        .default('{code}/{year}-{serial}'),
      code: line.max(30).default(''),
      serialDigits: z.number().int().min(1).max(9).default(5),
    })
    .prefault({}),
  /** Unit: working days after a policy document until its interpretation; practice differs (rules.md 4: 3, also 5). */
  interpretationWorkingDays: z.number().int().min(1).max(60).default(3),
  /** Links are really asked by a background job. */
  checkLinks: z.boolean().default(true),
  /** Hosts of the own network that may be linked and asked: `host` or `host:port`. */
  trustedHosts: z.array(line.min(1)).max(100).default([]),
})
export type PublishingSettings = z.infer<typeof publishingSettings>

export const reviewActions = ['publishing.review', 'publishing.review_secrecy', 'publishing.publish'] as const
export const reviewStepInput = z.object({
  key: z.string().regex(/^[a-z][a-z0-9_]{1,40}$/, '步骤代码只能用小写字母、数字和下划线。'),
  name: line.min(1, '请填写步骤名称。').max(20),
  action: z.enum(reviewActions),
  distinctPerson: z.boolean(),
})
export type ReviewStepInput = z.infer<typeof reviewStepInput>
export const reviewStepsInput = z.object({
  steps: z
    .array(reviewStepInput)
    .min(1, '至少保留一个步骤。')
    .max(10)
    .refine((steps) => new Set(steps.map((step) => step.key)).size === steps.length, '步骤代码不能重复。'),
})
export const subjectCategoriesInput = z.object({ names: z.array(line.min(1)).max(200) })

/** Channels whose deliveries people note; the website notes its own. */
export const otherChannels = ['weibo', 'wechat', 'gazette', 'other'] as const
export type OtherChannel = (typeof otherChannels)[number]
export const deliveryInput = z.object({
  channel: z.enum(otherChannels),
  deliveredOn: dayInput,
  externalUrl: webAddress.nullable().default(null),
})
export type DeliveryInput = z.infer<typeof deliveryInput>

export const sectionGroupInput = z.object({
  name: line.min(1, '请填写分组名称。'),
  sectionIds: z.array(z.number().int().positive()).max(1000),
})
export type SectionGroupInput = z.infer<typeof sectionGroupInput>
export const sectionOrder = z.object({
  parentId: z.number().int().positive().nullable(),
  ids: z.array(z.number().int().positive()).min(1).max(1000),
})
export type SectionOrder = z.infer<typeof sectionOrder>

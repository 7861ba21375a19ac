import { z } from 'zod'
import type { Day } from '#platform/clock'
import { dayCell, type ImportRow, optionalCell } from '#platform/import'
import { type ArticleContent, articleContent } from './contract.ts'
import {
  documentKindLabels,
  effectivenessLabels,
  interpretationFormLabels,
  openStageLabels,
  originLabels,
} from './labels.ts'
import { attachmentAddresses, type ImportedLinks } from './links/imported-links.ts'

/** A cell is text or a number; an empty cell of a table is an empty text, of JSON a null. */
const cell = z
  .union([z.string(), z.number(), z.null()])
  .default('')
  .transform((value) => String(value ?? '').trim())
/** The value that is stored, or its Chinese name. */
const choice = <Key extends string>(name: string, labels: Record<Key, string>) =>
  cell.transform((text, context): Key | undefined => {
    if (!text) return undefined
    const known = Object.entries(labels).find(([key, label]) => key === text || label === text)
    if (known) return known[0] as Key
    context.addIssue({ code: 'custom', message: `${name} is none of ${Object.keys(labels).join(', ')}` })
    return z.NEVER
  })

/** Columns of the import file; docs/import-articles.md describes them. */
const columns = z.object({
  title: cell.refine((text) => text.length > 0, 'title is missing'),
  published_on: dayCell('published_on'),
  column: cell
    .refine((text) => text.length > 0, 'column is missing')
    .refine((text) => text.length <= 100, 'column is longer than 100 characters'),
  body: z
    .string()
    .nullable()
    .default('')
    .transform((text) => text ?? ''),
  source_url: cell,
  source_name: cell,
  document_number: cell,
  subtitle: cell,
  summary: cell,
  keywords: cell,
  author_name: cell,
  origin: choice('origin', originLabels),
  original_date: optionalCell(dayCell('original_date')),
  document_kind: choice('document_kind', documentKindLabels),
  interpretation_form: choice('interpretation_form', interpretationFormLabels),
  issuing_body: cell,
  document_date: optionalCell(dayCell('document_date')),
  effectiveness: choice('effectiveness', effectivenessLabels),
  subject_category: cell,
  open_stage: choice('open_stage', openStageLabels),
  attachment_urls: z.union([z.string(), z.array(z.string()), z.null()]).default(''),
})
type Columns = z.infer<typeof columns>

/** What a row says of itself; what it leaves open, its section answers. */
export type ImportedArticle = {
  line: number
  /** Tells the row from every other, so that the same file again imports nothing. */
  identity: string
  publishedOn: Day
  column: string
  body: string
  content: ArticleContent
  given: Pick<Columns, 'origin' | 'document_kind' | 'interpretation_form'>
  links: ImportedLinks
}

/** A row ready to be kept, or the reason against it. */
export function readImportRow(row: ImportRow, today: Day): { value: ImportedArticle } | { reason: string } {
  const nul = Object.entries(row.values).find(
    ([, value]) => typeof value === 'string' && value.includes('\0'),
  )
  if (nul) return { reason: `${nul[0]} has a NUL character` }
  const parsed = columns.safeParse(row.values)
  if (!parsed.success) return { reason: reasonOf(parsed.error) }
  const values = parsed.data
  if (values.published_on > today) return { reason: 'published_on is in the future' }
  const content = articleContent.safeParse(fieldsOf(values))
  if (!content.success) return { reason: reasonOf(content.error) }
  const links = attachmentAddresses(values.attachment_urls)
  return {
    value: {
      line: row.line,
      identity: identityOf(values),
      publishedOn: values.published_on,
      column: values.column,
      body: values.body,
      content: content.data,
      given: values,
      links,
    },
  }
}

function fieldsOf(values: Columns) {
  return {
    // Which section it is shows only when the row is kept.
    sectionId: 1,
    title: values.title,
    subtitle: values.subtitle,
    summary: values.summary,
    keywords: values.keywords,
    authorName: values.author_name,
    sourceName: values.source_name,
    sourceUrl: values.source_url || null,
    originallyPublishedOn: values.original_date ?? null,
    documentNumber: values.document_number || documentNumberIn(values.body),
    issuingBody: values.issuing_body || null,
    documentDate: values.document_date ?? null,
    effectiveness: values.effectiveness ?? null,
    subjectCategory: values.subject_category || null,
    openStage: values.open_stage ?? null,
  }
}

/** 文号 as it stands at the head of a document, e.g. 财金〔2024〕60号. */
function documentNumberIn(body: string): string | null {
  return /^[\u4e00-\u9fff]{1,12}〔\d{4}〕\d{1,5}号/.exec(body.trim())?.[0] ?? null
}

/** The columns of the first releases, in their order, and later ones only where they say something: old keys stay true. */
function identityOf(values: Columns): string {
  const { title, published_on, column, body, source_url, source_name, document_number, ...later } = values
  const { attachment_urls: _, ...said } = later
  const given = Object.entries(said).filter(([, value]) => value !== undefined && value !== '')
  const first = { title, published_on, column, body, source_url, source_name, document_number }
  return JSON.stringify({ ...first, ...Object.fromEntries(given) })
}

const columnOf: Record<string, string> = {
  sourceUrl: 'source_url',
  sourceName: 'source_name',
  authorName: 'author_name',
  documentNumber: 'document_number',
  issuingBody: 'issuing_body',
  subjectCategory: 'subject_category',
}

/** Every issue under the name of its column. */
function reasonOf({ issues }: z.ZodError): string {
  const said = issues.map(({ path, message, code }) => {
    const field = String(path[0] ?? '')
    const column = columnOf[field] ?? field
    if (code === 'too_big') return `${column} is too long`
    if (column === 'source_url') return 'source_url is not an http or https address'
    return message.startsWith(column) ? message : `${column}: ${message}`
  })
  return [...new Set(said)].join('; ')
}

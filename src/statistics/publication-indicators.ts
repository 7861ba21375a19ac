import { type Db, sql, type Tx } from '#platform/db'
import type { CountIndicator, GrowthIndicator, Indicator, Period, RowQuery } from './indicator.ts'

const source = 'Order 711 art. 50 (1); seed report 2018, part 2'

function published(db: Db | Tx, period: Period) {
  return inPeriod(db, period).select(['row_id as id', 'title', 'on_day as day'])
}

function inPeriod(db: Db | Tx, period: Period) {
  return db
    .selectFrom('publication_facts')
    .where('on_day', '>=', period.from)
    .where('on_day', '<=', period.to)
}

/** Rows that a group counts: of its sections, for one that took over from a merged section from that day on. */
const counts = (group: string) => sql<boolean>`exists (
  select from section_group_members member
  where member.group_key = ${group} and member.section_id = publication_facts.section_id
    and (member.counts_from is null or member.counts_from <= publication_facts.on_day))`

function inGroup(key: string, wording: string, group: string): CountIndicator {
  const rows = (db: Db | Tx, period: Period) =>
    published(db, period).where(counts(group)) as unknown as RowQuery
  return { kind: 'count', key, wording, unit: '条', source, rows }
}

function ofKind(key: string, wording: string, documentKind: string, unit: string): CountIndicator {
  const rows = (db: Db | Tx, period: Period) =>
    published(db, period).where('document_kind', '=', documentKind) as unknown as RowQuery
  return { kind: 'count', key, wording, unit, source, rows }
}

const total: CountIndicator = {
  kind: 'count',
  key: 'publications.total',
  wording: '门户网站发布信息总数',
  unit: '条',
  source,
  rows: (db, period) => published(db, period) as unknown as RowQuery,
}

const growth: GrowthIndicator = {
  kind: 'growth',
  key: 'publications.growth_percent',
  wording: '门户网站发布信息比上年增长',
  unit: '%',
  source,
  of: total,
}

/** The sections of a group that published in the period. */
const affairsColumns: CountIndicator = {
  kind: 'count',
  key: 'publications.government_affairs_column_count',
  wording: '政务公开栏目数',
  unit: '个',
  source,
  subject: 'section',
  rows: (db, period) =>
    db
      .selectFrom('section_group_members')
      .innerJoin('sections', 'sections.id', 'section_group_members.section_id')
      .select((eb) => ['sections.id as id', 'sections.name as title', eb.val(null).as('day')])
      .where('group_key', '=', 'government_affairs')
      .where(
        'sections.id',
        'in',
        inPeriod(db, period).where(counts('government_affairs')).select('section_id'),
      ) as unknown as RowQuery,
}

const normative = (db: Db | Tx, period: Period) =>
  db
    .selectFrom('published_articles')
    .select(['article_id as id', 'title', 'published_on as day'])
    .where('document_kind', '=', 'normative_document')
    .where('published_on', '<=', period.to)

function ofNormative(key: string, wording: string, rows: typeof normative): CountIndicator {
  const origin = '国办公开办函〔2021〕30号, 二; rules.md 2.2'
  return {
    kind: 'count',
    key,
    wording,
    unit: '件',
    source: origin,
    rows: rows as unknown as CountIndicator['rows'],
  }
}

/** Ended in the period, as its page has said since then; what was public as ended from the start had no force to lose. */
const normativeRepealed = ofNormative('policy.normative_repealed', '废止和失效的规范性文件', (db, period) =>
  normative(db, period)
    .where('effectiveness', 'in', ['repealed', 'expired'])
    .whereRef('effectiveness_since', '>', 'published_on')
    .where('effectiveness_since', '>=', period.from)
    .where('effectiveness_since', '<=', period.to),
)

/** In force on the last day of the period, whatever happened to a document since. */
const normativeInForce = ofNormative('policy.normative_in_force', '现行有效的规范性文件', (db, period) =>
  normative(db, period).where((eb) =>
    eb.or([
      eb('effectiveness', 'in', ['in_force', 'amended']),
      eb('effectiveness_since', '>', sql<string>`greatest(published_on, ${period.to}::date)` as never),
    ]),
  ),
)

export const publicationIndicators: readonly Indicator[] = [
  total,
  growth,
  inGroup('publications.finance_headline_columns', '财经要闻类栏目发布信息', 'finance_headlines'),
  inGroup('publications.reposted_headline_columns', '转载要闻类栏目发布信息', 'reposted_headlines'),
  inGroup('publications.government_affairs_columns', '政务公开栏目发布信息', 'government_affairs'),
  affairsColumns,
  inGroup(
    'publications.finance_statistics_and_features',
    '金融数据和专题专栏发布信息',
    'finance_statistics_and_features',
  ),
  ofKind('policy.normative_documents', '公开规范性文件', 'normative_document', '件'),
  normativeRepealed,
  normativeInForce,
  ofNormative('policy.normative_public', '对外公开的规范性文件总数', normative),
  ofKind('policy.interpretations', '发布政策解读', 'interpretation', '篇'),
  ofKind('response.public_concerns', '回应公众关注热点或重大舆情', 'public_concern_response', '次'),
]

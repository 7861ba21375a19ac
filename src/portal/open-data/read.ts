import type { z } from 'zod'
import { addDays, instantOf } from '#platform/clock'
import type { Config } from '#platform/config'
import type { Db } from '#platform/db'
import { excerpt } from '../highlight.ts'
import { search } from '../search.ts'
import { searchTerms, tsqueryOf } from '../search-terms.ts'
import { sectionsOf } from '../section-tree.ts'
import { listRelated, listSections } from '../store.ts'
import type { articlesQuery, ListedArticle, searchQuery } from './contract.ts'

type At = (path: string) => string
export const addressesOf =
  ({ publicUrl }: Config): At =>
  (path) =>
    new URL(path, publicUrl).href

export async function readSections(db: Db, at: At) {
  const rows = await listSections(db)
  const codes = new Map(rows.map(({ id, code }) => [id, code]))
  return rows.map(({ code, name, kind, parent_id }) => ({
    code,
    name,
    kind,
    parent: parent_id === null ? null : (codes.get(parent_id) ?? null),
    url: at(`/sections/${code}`),
    feed: at(`/sections/${code}/feed.atom`),
  }))
}

const listed = (db: Db) =>
  db
    .selectFrom('published_articles as item')
    .innerJoin('sections', 'sections.id', 'item.section_id')
    .select(['item.article_id', 'item.title', 'item.summary', 'item.document_kind', 'item.index_number'])
    .select(['item.document_number', 'item.issuing_body', 'item.document_date', 'item.effectiveness'])
    .select(['item.source_name', 'item.published_at', 'item.updated_at'])
    .select(['sections.code', 'sections.name'])

type Row = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>

function shown(row: Row, at: At): ListedArticle {
  return {
    id: row.article_id,
    title: row.title,
    section: { code: row.code, name: row.name },
    kind: row.document_kind,
    indexNumber: row.index_number,
    documentNumber: row.document_number,
    issuingBody: row.issuing_body,
    documentDate: row.document_date,
    effectiveness: row.effectiveness,
    source: row.source_name,
    summary: row.summary,
    publishedAt: row.published_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    url: at(`/articles/${row.article_id}`),
    api: at(`/api/articles/${row.article_id}`),
  }
}

/** Live items, newest first, keyset by instant and number: as fast on the last page as on the first. */
export async function readArticles(db: Db, at: At, query: z.output<typeof articlesQuery>) {
  const { section, kind, from, to, after, limit } = query
  let rows = listed(db).where('item.state', '=', 'live')
  const sections = await sectionsOf(db, section)
  if (sections) rows = rows.where('item.section_id', 'in', sections)
  if (kind !== undefined) rows = rows.where('item.document_kind', '=', kind)
  if (from) rows = rows.where('item.published_at', '>=', instantOf(from))
  if (to) rows = rows.where('item.published_at', '<', instantOf(addDays(to, 1)))
  if (after) {
    const [ms, id] = after.split('_').map(Number) as [number, number]
    rows = rows.where((eb) =>
      eb(
        eb.refTuple('item.published_at', 'item.article_id'),
        '<',
        eb.tuple(new Date(Math.min(ms, 8.64e15)), id),
      ),
    )
  }
  const found = await rows
    .orderBy('item.published_at', 'desc')
    .orderBy('item.article_id', 'desc')
    .limit(limit + 1)
    .execute()
  const last = found[limit - 1]
  const next = found.length > limit && last ? at(nextAddress(query, last)) : null
  return { items: found.slice(0, limit).map((row) => shown(row, at)), next }
}

function nextAddress(query: z.output<typeof articlesQuery>, last: Row): string {
  const address = new URLSearchParams()
  const after = `${last.published_at.getTime()}_${last.article_id}`
  for (const [name, value] of Object.entries({ ...query, after }))
    if (value !== undefined) address.set(name, String(value))
  return `/api/articles?${address}`
}

/** One item in whatever state it is; undefined when it was never public. */
export async function readArticle(db: Db, at: At, id: number) {
  const row = await listed(db)
    .select(['item.state', 'item.state_text', 'item.merged_into_id', 'item.body_html', 'item.body_text'])
    .where('item.article_id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const hidden = row.state === 'notice'
  const [files, related] = await Promise.all([hidden ? [] : listFiles(db, id), listRelated(db, id)])
  const article = {
    ...shown(hidden ? { ...row, summary: '' } : row, at),
    state: row.state as 'live' | 'archived' | 'notice',
    stateText: row.state_text,
    html: hidden ? '' : row.body_html,
    text: hidden ? '' : row.body_text,
    attachments: files.map((file) => ({
      name: file.name,
      mediaType: file.media_type,
      sizeBytes: file.size_bytes,
      url: at(`/files/${file.file_id}`),
    })),
    related: related.map(({ article_id, title }) => ({
      id: article_id,
      title,
      url: at(`/articles/${article_id}`),
      api: at(`/api/articles/${article_id}`),
    })),
  }
  return { state: row.state, mergedInto: row.merged_into_id, article }
}

const listFiles = (db: Db, id: number) =>
  db
    .selectFrom('published_attachments')
    .select(['file_id', 'name', 'media_type', 'size_bytes'])
    .where('article_id', '=', id)
    .where('role', '=', 'attachment')
    .orderBy('position')
    .execute()

/** The best hits, titles first; for all of them narrow the filters. */
export async function readHits(db: Db, at: At, query: z.output<typeof searchQuery>) {
  const terms = searchTerms(query.q)
  if (!terms.length) return []
  const words = { all: tsqueryOf(terms), title: tsqueryOf(terms, '^') }
  const { section, kind, from, to, limit } = query
  const filters = {
    ...(section === undefined ? {} : { section }),
    ...(kind === undefined ? {} : { kind }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  }
  const hits = await search(db, words, filters, 'best', undefined, limit)
  return hits.map((hit) => ({
    id: hit.article_id,
    title: hit.title,
    section: { code: hit.section_code, name: hit.section_name },
    kind: hit.document_kind,
    documentNumber: hit.document_number,
    publishedAt: hit.published_at.toISOString(),
    excerpt: excerpt(hit.body_text, terms),
    url: at(`/articles/${hit.article_id}`),
    api: at(`/api/articles/${hit.article_id}`),
  }))
}

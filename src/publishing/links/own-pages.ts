import type { Db, Tx } from '#platform/db'
import type { Revision } from '../revision.ts'
import { linksOf, ownPathOf } from './links-of.ts'

const kinds = {
  article: /^\/articles\/(\d{1,15})$/,
  section: /^\/sections\/([^/]+)(?:\/feed\.atom)?$/,
  file: /^\/files\/(\d{1,15})$/,
} as const
type Kind = keyof typeof kinds

/** Links to pages, sections and files of our own site that the public cannot reach. */
export async function missingPages(db: Db | Tx, revision: Revision, publicUrl: string): Promise<Set<string>> {
  const links = linksOf(revision).map((link) => ({ link, path: ownPathOf(link, publicUrl) ?? '' }))
  const found = (kind: Kind) =>
    links.flatMap(({ link, path }) => {
      const key = kinds[kind].exec(path)?.[1]
      return key === undefined ? [] : [{ link, key: decoded(key) }]
    })
  const wanted = { article: found('article'), section: found('section'), file: found('file') }
  const keys = (kind: Kind) => wanted[kind].map(({ key }) => key)
  const there = {
    article: await shownArticles(db, keys('article').map(Number)),
    section: await knownSections(db, keys('section')),
    file: await shownFiles(db, keys('file').map(Number), revision),
  }
  const missing = (Object.keys(kinds) as Kind[]).flatMap((kind) =>
    wanted[kind].filter(({ key }) => !there[kind].has(key)),
  )
  return new Set(missing.map(({ link }) => link))
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

async function shownArticles(db: Db | Tx, ids: readonly number[]): Promise<Set<string>> {
  if (!ids.length) return new Set()
  const rows = await db
    .selectFrom('published_articles')
    .select('article_id')
    .where('article_id', 'in', ids)
    .where('state', 'in', ['live', 'archived', 'merged'])
    .execute()
  return new Set(rows.map((row) => String(row.article_id)))
}

/** A retired section still shows its list, a merged one leads on. */
async function knownSections(db: Db | Tx, codes: readonly string[]): Promise<Set<string>> {
  if (!codes.length) return new Set()
  const rows = await db.selectFrom('sections').select('code').where('code', 'in', codes).execute()
  return new Set(rows.map((row) => row.code))
}

/** What the item itself carries is public with it. */
async function shownFiles(db: Db | Tx, ids: readonly number[], revision: Revision): Promise<Set<string>> {
  const carried = revision.attachments.map((file) => String(file.fileId))
  if (!ids.length) return new Set(carried)
  const rows = await db
    .selectFrom('published_attachments as file')
    .innerJoin('published_articles as item', 'item.article_id', 'file.article_id')
    .select('file.file_id')
    .where('file.file_id', 'in', ids)
    .where('item.state', 'in', ['live', 'archived'])
    .execute()
  return new Set([...carried, ...rows.map((row) => String(row.file_id))])
}

import { type Db, sql } from '#platform/db'

/** Unit: characters of an attachment that are looked into, as many as the word index takes (migration 1160). */
const characters = 80_000
const before = 30
const shown = 120

/** The part of an attachment in which a word stands. `around` is empty when only its name has it. */
export type AttachmentHit = { name: string; around: string }

/** For each item the first attachment that has one of the terms, in its text or else in its name. */
export async function attachmentHits(
  db: Db,
  ids: readonly number[],
  terms: readonly string[],
): Promise<Map<number, AttachmentHit>> {
  if (!ids.length) return new Map()
  const { rows } = await sql<{ article_id: number; name: string; place: number | null; around: string }>`
    select distinct on (public.article_id) public.article_id, file.name, found.place,
      coalesce(substr(file.extracted_text, greatest(1, found.place - ${before}::integer), ${shown}::integer), '') as around
    from published_attachments public
    join published_articles item using (article_id)
    join revision_attachments file on file.revision_id = item.revision_id and file.file_id = public.file_id
    cross join lateral (
      select min(nullif(strpos(lower(left(file.extracted_text, ${characters}::integer)), term), 0)) as place,
        bool_or(strpos(lower(file.name), term) > 0) as named
      from unnest(${terms}::text[]) as term
    ) as found
    where public.article_id = any(${ids}::bigint[]) and public.role = 'attachment'
      and (found.place is not null or found.named)
    order by public.article_id, found.place is null, public.position`.execute(db)
  return new Map(
    rows.map(({ article_id, name, place, around }) => {
      const cut = around.length === shown ? '…' : ''
      return [article_id, { name, around: `${(place ?? 0) > before ? '…' : ''}${around.trim()}${cut}` }]
    }),
  )
}

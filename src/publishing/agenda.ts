import type { Platform } from '#platform'
import { sql } from '#platform/db'

export type AgendaEntry = {
  article_id: number
  title: string
  section: string
  kind: 'publish' | 'withdraw'
  due_at: Date
  /** Null: still to come. */
  fired_at: Date | null
  refusal: string | null
}

/** What is set for a stretch of time, and what became of it, in order. */
export async function listAgenda({ db }: Platform, from: Date, to: Date): Promise<AgendaEntry[]> {
  const { rows } = await sql<AgendaEntry>`
    with due as (
      select id as article_id, 'publish' as kind, publish_at as due_at, null::timestamptz as fired_at, null::text as refusal
        from articles where status = 'scheduled' and publish_at >= ${from} and publish_at < ${to}
      union all
      select id, 'withdraw', withdraw_at, null, null from articles where withdraw_at >= ${from} and withdraw_at < ${to}
      union all
      select article_id, kind, due_at, fired_at, refusal from schedule_firings where due_at >= ${from} and due_at < ${to}
    )
    select due.*, head.title, sections.name as section
    from due join articles on articles.id = due.article_id
      join revisions head on head.id = articles.head_revision_id
      join sections on sections.id = articles.section_id
    order by due.due_at, due.article_id limit 2000`.execute(db)
  return rows
}

import type { Db } from '#platform/db'
import { genesisHash, type HashAlgorithm, hashOf } from './chain.ts'
import type { Actor } from './contract.ts'

/** The first entry whose hash, link or number is wrong; undefined when the whole chain holds. Tells now and then how far it has read. */
export async function findBrokenLink(
  db: Db,
  readTo: (id: number) => Promise<void> = async () => undefined,
  rowsPerRead = 5000,
): Promise<{ id: number; reason: string } | undefined> {
  let last = { id: 0, hash: genesisHash }
  for (;;) {
    const rows = await db
      .selectFrom('audit_entries')
      .selectAll()
      .where('id', '>', last.id)
      .orderBy('id')
      .limit(rowsPerRead)
      .execute()
    for (const row of rows) {
      if (row.id !== last.id + 1) return { id: last.id + 1, reason: 'missing' }
      if (row.previous_hash !== last.hash) return { id: row.id, reason: 'not linked to the entry before it' }
      if (hashOfRow(row) !== row.hash) return { id: row.id, reason: 'changed after it was written' }
      last = { id: row.id, hash: row.hash }
    }
    if (rows.length < rowsPerRead) return undefined
    await readTo(last.id)
  }
}

type Row = {
  id: number
  at: Date
  actor_kind: string
  actor_staff_id: number | null
  actor_name: string
  action: string
  subject_kind: string
  subject_id: string
  detail: unknown
  algorithm: string
  previous_hash: string
}

function hashOfRow(row: Row): string {
  return hashOf({
    actor: actorOf(row),
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    detail: row.detail as Record<string, unknown>,
    id: row.id,
    at: row.at.toISOString(),
    previousHash: row.previous_hash,
    algorithm: row.algorithm as HashAlgorithm,
  })
}

function actorOf(row: Row): Actor {
  if (row.actor_kind === 'staff') return { kind: 'staff', id: row.actor_staff_id ?? 0, name: row.actor_name }
  return row.actor_kind === 'citizen' ? { kind: 'citizen' } : { kind: 'system', name: row.actor_name }
}

import { beforeCommit, sql, type Tx } from '#platform/db'
import { canonical, genesisHash, type HashAlgorithm, hashOf } from './chain.ts'
import type { Actor, AuditFact } from './contract.ts'

const chainLock = 711_0004
const rowsPerInsert = 1000
const pending = new WeakMap<Tx, AuditFact[]>()

/**
 * Notes who did what. The entry is chained and written as the transaction's last act,
 * so that the chain's lock is always the last one taken and is held for a moment only.
 */
export function record(tx: Tx, fact: AuditFact) {
  const facts = pending.get(tx)
  if (facts) facts.push(fact)
  else {
    pending.set(tx, [fact])
    beforeCommit(tx, () => write(tx))
  }
}

async function write(tx: Tx) {
  const facts = pending.get(tx) ?? []
  await sql`select pg_advisory_xact_lock(${chainLock})`.execute(tx)
  const last = await tx
    .selectFrom('audit_entries')
    .select(['id', 'hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { algorithm } = await tx.selectFrom('audit_chain').select('algorithm').executeTakeFirstOrThrow()
  const rows = chained(facts, last ?? { id: 0, hash: genesisHash }, new Date(), algorithm as HashAlgorithm)
  for (let from = 0; from < rows.length; from += rowsPerInsert)
    await tx
      .insertInto('audit_entries')
      .values(rows.slice(from, from + rowsPerInsert))
      .execute()
}

function chained(
  facts: readonly AuditFact[],
  last: { id: number; hash: string },
  at: Date,
  algorithm: HashAlgorithm,
) {
  let { id, hash: previousHash } = last
  return facts.map((fact) => {
    id += 1
    const detail = fact.detail ?? {}
    const hash = hashOf({ ...fact, detail, id, at: at.toISOString(), previousHash, algorithm })
    const row = {
      id,
      at,
      ...actorColumns(fact.actor),
      action: fact.action,
      subject_kind: fact.subject.kind,
      subject_id: String(fact.subject.id),
      detail: canonical(detail),
      algorithm,
      previous_hash: previousHash,
      hash,
    }
    previousHash = hash
    return row
  })
}

function actorColumns(actor: Actor) {
  return {
    actor_kind: actor.kind,
    actor_staff_id: actor.kind === 'staff' ? actor.id : null,
    actor_name: actor.kind === 'citizen' ? '公众' : actor.name,
  }
}

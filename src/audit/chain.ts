import { createHash } from 'node:crypto'
import type { AuditFact } from './contract.ts'

export type HashAlgorithm = 'sha256' | 'sm3'
export const genesisHash = '0'.repeat(64)

/** An entry as it is hashed. `at` is ISO 8601 in UTC with milliseconds. */
export type ChainedEntry = {
  id: number
  at: string
  previousHash: string
  algorithm: HashAlgorithm
} & Required<AuditFact>

/** Hash over everything in the entry and the hash before it, so that no entry can change, vanish or move. */
export function hashOf(entry: ChainedEntry): string {
  const { id, at, actor, action, subject, detail, previousHash, algorithm } = entry
  const parts = [id, at, actor, action, subject.kind, String(subject.id), detail, previousHash]
  return createHash(algorithm).update(canonical(parts)).digest('hex')
}

/** JSON with sorted keys: PostgreSQL's jsonb keeps no key order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const entries = Object.entries(value).filter(([, v]) => v !== undefined)
  entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`
}

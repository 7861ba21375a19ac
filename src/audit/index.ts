import type { Module } from '#platform'
import { findBrokenLink } from './verify-chain.ts'

export type { Actor, AuditFact } from './contract.ts'
export { listEntriesOf } from './list-entries-of.ts'
export { record } from './record.ts'

export const audit = {
  name: 'audit',
  verifications: [
    {
      name: 'audit chain',
      run: async ({ db }) => {
        const broken = await findBrokenLink(db)
        return broken && `entry ${broken.id}: ${broken.reason}`
      },
    },
  ],
} satisfies Module

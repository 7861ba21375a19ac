import type { Module, Platform, VerifyOptions } from '#platform'
import { anchorJob, findLostAnchor, parseAnchor, readAnchors } from './anchor.ts'
import { algorithmCommand } from './change-algorithm.ts'
import { findBrokenLink } from './verify-chain.ts'

export { type Anchor, headOf } from './anchor.ts'
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
    {
      name: 'audit anchors',
      run: async ({ db, config }: Platform, { expect }: VerifyOptions = {}) => {
        const expected = expect === undefined ? undefined : parseAnchor(expect)
        if (expect !== undefined && !expected) return `--expect takes ID:HASH, not ${expect}`
        const lost = await findLostAnchor(db, [
          ...(await readAnchors(config)),
          ...(expected ? [expected] : []),
        ])
        return lost && `entry ${lost.id} with hash ${lost.hash} is gone: entries were cut off or replaced`
      },
    },
  ],
  jobs: [anchorJob],
  commands: [algorithmCommand],
} satisfies Module

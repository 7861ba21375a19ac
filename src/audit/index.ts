import type { Module, Platform, VerifyOptions } from '#platform'
import { anchorJob, findLostAnchor, parseAnchor, readAnchors } from './anchor.ts'
import { algorithmCommand } from './change-algorithm.ts'
import { checkChain, checkChainJob } from './check-chain.ts'

export { type Anchor, headOf } from './anchor.ts'
export { checkChain, latestCheck } from './check-chain.ts'
export { type CheckProgress, checkProgress } from './check-progress.ts'
export type { Actor, AuditFact } from './contract.ts'
export { listEntriesOf } from './list-entries-of.ts'
export {
  type AuditEntry,
  type AuditQuery,
  eachEntry,
  getEntry,
  listActions,
  listEntries,
} from './read-entries.ts'
export { record } from './record.ts'

export const audit = {
  name: 'audit',
  verifications: [
    {
      name: 'audit chain',
      run: async (platform) => {
        const { brokenId, reason } = await checkChain(platform, 'command line')
        return brokenId === null ? undefined : `entry ${brokenId}: ${reason}`
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
  jobs: [anchorJob, checkChainJob],
  commands: [algorithmCommand],
} satisfies Module

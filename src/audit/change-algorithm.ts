import type { Command, Platform } from '#platform'
import type { HashAlgorithm } from './chain.ts'
import { record } from './record.ts'

const algorithms: readonly string[] = ['sha256', 'sm3'] satisfies HashAlgorithm[]

/** New entries are hashed this way from here on, the one that says so included; older ones stay as they are. Source: GB/T 32905-2016 (SM3). */
export function changeAlgorithm(platform: Platform, algorithm: HashAlgorithm): Promise<void> {
  return platform.inTransaction(async (tx) => {
    await tx.updateTable('audit_chain').set({ algorithm }).execute()
    const actor = { kind: 'system', name: 'command line' } as const
    const subject = { kind: 'audit', id: 'chain' }
    record(tx, { actor, action: 'audit.change_algorithm', subject, detail: { algorithm } })
  })
}

export const algorithmCommand: Command = {
  name: 'audit algorithm',
  usage: 'audit algorithm sha256|sm3',
  summary: 'choose the hash of new audit entries',
  run: async (platform, [algorithm, ...more]) => {
    if (!algorithm || more.length || !algorithms.includes(algorithm)) return 2
    await changeAlgorithm(platform, algorithm as HashAlgorithm)
    return 0
  },
}

import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Platform } from '#platform'
import type { Config } from '#platform/config'
import type { Db } from '#platform/db'
import type { Job } from '#platform/queue'

/** The newest entry at one moment. Kept elsewhere, it shows when newer entries were cut off: the chain alone cannot. */
export type Anchor = { id: number; hash: string }

const anchorFile = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'audit-anchors.txt')
const written = /^\S+ (\d+) ([0-9a-f]{64})$/

/** `ID:HASH`, as `gongkai verify` prints it; undefined when it is none. */
export function parseAnchor(text: string): Anchor | undefined {
  const [, id, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? []
  return id && hash ? { id: Number(id), hash } : undefined
}

export async function headOf(db: Db): Promise<Anchor | undefined> {
  return db
    .selectFrom('audit_entries')
    .select(['id', 'hash'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Writes the newest hash into a file of the data folder and the log, and mails it where AUDIT_MAIL says so. */
export async function anchor(platform: Platform): Promise<void> {
  const { config, db, clock, log, mail } = platform
  const head = await headOf(db)
  if (!head) return
  await mkdir(config.dataDir, { recursive: true })
  const line = `${clock.now().toISOString()} ${head.id} ${head.hash}`
  await appendFile(anchorFile(config), `${line}\n`, { mode: 0o600 })
  log.info({ entry: head.id, hash: head.hash }, 'audit anchor')
  const { auditMail } = config
  if (!auditMail) return
  const text = `${line}\n\n核验方法：gongkai verify --expect ${head.id}:${head.hash}\n`
  await platform.inTransaction((tx) =>
    mail.sendLater(tx, { to: auditMail, subject: `审计链锚点 ${clock.today()}`, text }),
  )
}

/** The first anchor that the chain no longer holds; undefined: all are there. */
export async function findLostAnchor(db: Db, anchors: readonly Anchor[]): Promise<Anchor | undefined> {
  for (const expected of anchors) {
    const kept = await db
      .selectFrom('audit_entries')
      .select('hash')
      .where('id', '=', expected.id)
      .executeTakeFirst()
    if (kept?.hash !== expected.hash) return expected
  }
  return undefined
}

/** The anchors of this data folder. Throws: Error when a line is none: somebody wrote into the file. */
export async function readAnchors(config: Pick<Config, 'dataDir'>): Promise<Anchor[]> {
  const text = await readFile(anchorFile(config), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return ''
  })
  return text
    .split('\n')
    .filter(Boolean)
    .map((line, at) => {
      const [, id, hash] = written.exec(line) ?? []
      if (!id || !hash) throw new Error(`${anchorFile(config)}: line ${at + 1} is no anchor`)
      return { id: Number(id), hash }
    })
}

export const anchorJob: Job<never> = {
  name: 'audit.anchor',
  schedule: '50 3 * * *',
  run: anchor,
}

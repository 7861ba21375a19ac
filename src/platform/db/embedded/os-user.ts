import { execFileSync, spawnSync } from 'node:child_process'

export type OsUser = { uid: number; gid: number }

/** PostgreSQL refuses to run as root; there it runs under the system user `postgres`, made when missing. */
export function databaseOsUser(): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined
  if (!idOf('-u'))
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'])
  return { uid: Number(idOf('-u')), gid: Number(idOf('-g')) }
}

/** Whether that user can run a file or write into a folder where it lies. */
export function canReach(user: OsUser | undefined, test: '-x' | '-w', path: string): boolean {
  return spawnSync('/usr/bin/test', [test, path], user ?? {}).status === 0
}

const idOf = (flag: '-u' | '-g') => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim()

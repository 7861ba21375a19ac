import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type Config, ConfigError } from '#platform/config'
import { installedBinaries } from './binaries.ts'
import { canReach, databaseOsUser, type OsUser } from './os-user.ts'

/** Where the embedded server's binaries and data lie, and who runs it. */
export type Place = { binaries: string; data: string; user: OsUser | undefined }

/** Used when the postgres system user cannot reach the checkout or its default data folder (ADR 0003). */
const fallbackRoot = '/var/lib/gongkai'

/**
 * Chooses a data folder that the database's system user can reach.
 * Throws: ConfigError when an explicit DATA_DIR cannot be used.
 */
export function reachableDataDir(config: Config, say: (line: string) => void): string {
  const user = databaseOsUser()
  if (usable(config.dataDir, user)) return config.dataDir
  if (config.dataDirIsExplicit)
    throw new ConfigError(
      `DATA_DIR: ${config.dataDir} cannot be used by the database's system user (uid ${user?.uid ?? process.getuid?.()}); choose a folder whose parents it may enter`,
    )
  say(`${config.dataDir} is out of reach of the database's system user; data goes to ${fallbackRoot}`)
  mkdirSync(fallbackRoot, { recursive: true, mode: 0o711 })
  return fallbackRoot
}

export function databasePlace(dataDir: string, say: (line: string) => void): Place {
  const user = databaseOsUser()
  const data = join(dataDir, 'postgres')
  mkdirSync(data, { recursive: true, mode: 0o700 })
  if (user) chownSync(data, user.uid, user.gid)
  return { binaries: reachableBinaries(user, say), data, user }
}

function usable(folder: string, user: OsUser | undefined): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    // The folder is ours: others may pass through it, not list it.
    if (user) chmodSync(folder, (statSync(folder).mode & 0o777) | 0o011)
    const probe = join(folder, 'postgres')
    mkdirSync(probe, { recursive: true, mode: 0o700 })
    if (user) chownSync(probe, user.uid, user.gid)
    return canReach(user, '-w', probe)
  } catch {
    return false
  }
}

function reachableBinaries(user: OsUser | undefined, say: (line: string) => void): string {
  const installed = installedBinaries()
  if (canReach(user, '-x', join(installed, 'bin', 'postgres'))) return installed
  const copy = join(fallbackRoot, `postgresql-${basename(dirname(installed))}`)
  if (!existsSync(join(copy, 'bin', 'postgres'))) {
    say(`the checkout is out of reach of the database's system user; binaries go to ${copy}`)
    cpSync(installed, copy, { recursive: true, verbatimSymlinks: true })
  }
  return copy
}

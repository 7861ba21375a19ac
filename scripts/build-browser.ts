/** Builds the console and the public site's browser scripts into dist/. `--if-stale` skips it when nothing changed. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compressAssets } from './compress-assets.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const sources = globSync([
  'src/admin/**/*',
  'src/**/screens/**/*',
  'src/**/browser/**/*',
  'src/**/contract.ts',
  'src/**/labels.ts',
  'scripts/build-browser.ts',
  'scripts/compress-assets.ts',
  'package-lock.json',
  'vite.config.ts',
  'vite.site.config.ts',
])
  .filter((path) => /\.\w+$/.test(path))
  .sort()
const stamp = createHash('sha256')
for (const path of sources) stamp.update(path).update(readFileSync(path))
const digest = stamp.digest('hex')

if (
  process.argv.includes('--if-stale') &&
  existsSync('dist/stamp') &&
  readFileSync('dist/stamp', 'utf8') === digest
)
  process.exit(0)
for (const config of ['vite.config.ts', 'vite.site.config.ts'])
  execFileSync('node_modules/.bin/vite', ['build', '--config', config], { stdio: ['ignore', 2, 2] })
for (const folder of ['dist/console', 'dist/site']) await compressAssets(folder)
mkdirSync('dist', { recursive: true })
writeFileSync('dist/stamp', digest)

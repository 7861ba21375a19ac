import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'

/** Below this a compressed file is hardly smaller. Unit: bytes. */
const worthCompressing = 1024
const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)

/** Writes NAME.br and NAME.gz beside every script, style and drawing of a built folder, as small as they get: it is done once. */
export async function compressAssets(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  const assets = names.filter((name) => /\.(js|css|svg|json)$/.test(name)).map((name) => join(folder, name))
  await Promise.all(assets.map(compressFile))
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path)
  if (bytes.length < worthCompressing) return
  await Promise.all([
    brotli(bytes).then((small) => writeFile(`${path}.br`, small)),
    deflate(bytes, { level: 9 }).then((common) => writeFile(`${path}.gz`, common)),
  ])
}

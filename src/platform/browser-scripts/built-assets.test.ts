import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { type App, createServer } from '#platform/http'
import { compressAssets } from '../../../scripts/compress-assets.ts'
import { testPlatform } from '../../../test/platform.ts'
import { builtAssets } from './built-assets.ts'

const script = `${'const word = "公开为常态"\n'.repeat(200)}`
let app: App
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-assets-'))
  writeFileSync(join(folder, 'long.js'), script)
  writeFileSync(join(folder, 'short.js'), 'const one = 1')
  await compressAssets(folder)
  app = await createServer(await testPlatform())
  await builtAssets(app, folder, '/built/')
  return () => app.close()
})
const get = (name: string, accepted?: string) =>
  app.inject({ url: `/built/${name}`, headers: accepted ? { 'accept-encoding': accepted } : {} })

it('a browser gets the smallest form that it takes, with the same type and the same strict headers', async () => {
  const plain = await get('long.js')
  expect([plain.headers['content-encoding'], plain.body]).toEqual([undefined, script])
  const br = await get('long.js', 'gzip, deflate, br, zstd')
  expect([br.headers['content-encoding'], String(brotliDecompressSync(br.rawPayload))]).toEqual([
    'br',
    script,
  ])
  const gz = await get('long.js', 'gzip')
  expect([gz.headers['content-encoding'], String(gunzipSync(gz.rawPayload))]).toEqual(['gzip', script])
  expect((await get('long.js', 'br;q=0')).headers['content-encoding']).toBe(undefined)
  const strict = [
    'content-type',
    'cache-control',
    'content-security-policy',
    'x-content-type-options',
    'vary',
  ] as const
  for (const name of strict) {
    expect([name, plain.headers[name]]).toEqual([name, expect.any(String)])
    expect([name, br.headers[name], gz.headers[name]]).toEqual([
      name,
      plain.headers[name],
      plain.headers[name],
    ])
  }
  expect(br.headers['cache-control']).toContain('immutable')
})

it('a short file has no other form and is sent as it is', async () => {
  expect(readdirSync(folder).sort()).toEqual(['long.js', 'long.js.br', 'long.js.gz', 'short.js'])
  const { headers, body } = await get('short.js', 'br, gzip')
  expect([headers['content-encoding'], body]).toEqual([undefined, 'const one = 1'])
})

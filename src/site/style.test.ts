import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { testPlatform } from '../../test/platform.ts'
import { createApp } from '../app.ts'
import { styleSheet, styleSheetPath } from './style.ts'

it('the style sheet goes out in the form that a browser takes, as the same text', async () => {
  const app = await createApp(await testPlatform())
  const get = (accepted?: string) =>
    app.inject({ url: styleSheetPath, headers: accepted ? { 'accept-encoding': accepted } : {} })
  const [plain, br, gz] = [await get(), await get('gzip, deflate, br'), await get('gzip')]
  expect([plain, br, gz].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip'])
  expect(plain.body).toBe(styleSheet)
  expect(String(brotliDecompressSync(br.rawPayload))).toBe(styleSheet)
  expect(String(gunzipSync(gz.rawPayload))).toBe(styleSheet)
  expect(br.rawPayload.length).toBeLessThan(styleSheet.length / 3)
  for (const name of ['content-type', 'cache-control', 'content-security-policy', 'vary'] as const)
    expect([name, br.headers[name]]).toEqual([name, plain.headers[name]])
  expect(plain.headers).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    vary: expect.stringContaining('accept-encoding'),
  })
  await app.close()
})

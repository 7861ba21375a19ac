import { beforeEach, expect, it } from 'vitest'
import { cachedPage, compress } from './page.ts'
import { createPageStore, type PageStore } from './page-store.ts'

let now = 0
let pages: PageStore
beforeEach(() => {
  now = 0
  pages = createPageStore(() => now)
})
const page = (text: string, tags: string[], until?: Date) => ({
  status: 200,
  headers: [['content-type', 'text/html']] as const,
  body: Buffer.from(text),
  tags,
  until,
})
const keep = (key: string, tags: string[], until?: Date) => {
  const rendering = pages.begin(key)
  pages.keep(rendering, page(key, tags, until))
  rendering.end()
}

it('drops what was made from a touched tag and nothing else', () => {
  keep('/articles/1', ['site', 'article:1'])
  keep('/articles/2', ['site', 'article:2'])
  pages.touch(['article:1', 'unknown'])
  expect(pages.find('/articles/1')).toBeUndefined()
  expect(pages.find('/articles/2')?.written.identity.bytes).toBe('/articles/2')
  pages.touch(['*'])
  expect(pages.find('/articles/2')).toBeUndefined()
})

it('what is touched may still be shown while the database is away; what is forgotten may not, touched before or not', () => {
  keep('/a', ['article:1'])
  keep('/b', ['article:1', 'site'])
  pages.touch(['site'])
  expect(pages.findAny('/b')?.stale).toBe(true)
  pages.forget(['article:1'])
  expect([pages.findAny('/a'), pages.findAny('/b')]).toEqual([undefined, undefined])
  expect(pages.count()).toBe(0)
})

it.each([[['article:1']], [['*']]])('a page begun before a touch of %s is not kept after it', (touched) => {
  const before = pages.begin('/a')
  pages.touch(touched)
  const after = pages.begin('/a')
  pages.keep(before, page('old', ['article:1']))
  expect(pages.find('/a')).toBeUndefined()
  pages.keep(after, page('new', ['article:1']))
  expect(pages.find('/a')?.written.identity.bytes).toBe('new')
})

it('a page with a last moment is over after it', () => {
  keep('/answers', ['answers'], new Date(1000))
  now = 999
  expect(pages.find('/answers')).toBeDefined()
  now = 1000
  expect(pages.find('/answers')).toBeUndefined()
  expect(pages.findAny('/answers')).toBeDefined()
})

it('others wait for the one that makes the page, and are let go when it ends', async () => {
  const first = pages.begin('/a')
  const waiting = pages.underWay('/a')
  expect(waiting).toBeDefined()
  pages.keep(first, page('made', ['site']))
  first.end()
  await waiting
  expect(pages.underWay('/a')).toBeUndefined()
  expect(pages.find('/a')?.written.identity.bytes).toBe('made')
})

it('keeps within its memory, and forgets the tags of what went out', () => {
  const small = createPageStore(() => now, 150_000)
  for (let made = 0; made < 100; made++) {
    const rendering = small.begin(`/${made}`)
    small.keep(rendering, page('x'.repeat(5_000), ['site', `article:${made}`]))
    rendering.end()
  }
  expect(small.sizeBytes()).toBeLessThanOrEqual(150_000)
  expect(small.count()).toBeLessThan(15)
  expect(small.find('/99')).toBeDefined()
  const huge = small.begin('/huge')
  small.keep(huge, page('x'.repeat(20_000), ['site']))
  expect(small.find('/huge')).toBeUndefined()
})

it('is written in three codings under one tag', async () => {
  const made = cachedPage(page('公开'.repeat(2_000), ['site']))
  await compress(made)
  const { identity, br, gzip } = made.written
  expect(br?.bytes.length).toBeLessThan(gzip?.bytes.length ?? 0)
  expect(gzip?.bytes.length).toBeLessThan(identity.bytes.length)
  expect(br?.headers).toEqual(expect.arrayContaining(['content-encoding', 'br', 'etag', made.etag]))
  expect(identity.headers).not.toContain('content-encoding')
})

import { LRUCache } from 'lru-cache'
import { type CachedPage, cachedPage, type FinishedPage, sizeOf } from './page.ts'

/** One page being made: what was touched since it began, so that an old view is not kept after a change. */
export type Rendering = { key: string; touched: Set<string>; done: Promise<void>; end(): void }
export type PageStore = ReturnType<typeof createPageStore>

/** Touches everything. */
export const everything = '*'
/** Unit: bytes. */
const memoryBytes = 64 * 1024 * 1024
/** A page that would push out a tenth of the others is made each time. */
const largestShare = 0.1

/** The finished pages of one process, bounded in memory. Knows nothing of HTTP or of the database. */
export function createPageStore(now: () => number, maxSize = memoryBytes) {
  const keysOf = new Map<string, Set<string>>()
  const renderings = new Set<Rendering>()
  const leaders = new Map<string, Rendering>()
  const pages = new LRUCache<string, CachedPage>({
    maxSize,
    maxEntrySize: Math.ceil(maxSize * largestShare),
    sizeCalculation: sizeOf,
    dispose: (page, key) => {
      for (const tag of page.tags) forgetKey(keysOf, tag, key)
    },
  })

  const each = (tags: readonly string[], act: (page: CachedPage, key: string) => void) => {
    const keys = tags.includes(everything)
      ? pages.keys()
      : tags.flatMap((tag) => [...(keysOf.get(tag) ?? [])])
    for (const key of [...keys]) {
      const page = pages.peek(key)
      if (page) act(page, key)
    }
    for (const rendering of renderings) for (const tag of tags) rendering.touched.add(tag)
  }

  return {
    /** The page as it is kept, stale or not. */
    findAny: (key: string) => pages.get(key),
    /** A page that still holds. */
    find(key: string): CachedPage | undefined {
      const page = pages.get(key)
      if (!page || page.stale) return undefined
      if (page.untilAt > now()) return page
      page.stale = true
      return undefined
    },
    /** The page changes: shown from now on only when it cannot be made anew. */
    touch: (tags: readonly string[]) =>
      each(tags, (page) => {
        page.stale = true
      }),
    /** The page must not be seen again in the form it has, come what may. */
    forget: (tags: readonly string[]) => each(tags, (_page, key) => void pages.delete(key)),
    /** The one that makes this page right now, if any: others wait for it. */
    underWay: (key: string) => leaders.get(key)?.done,
    begin(key: string): Rendering {
      const { promise: done, resolve } = Promise.withResolvers<void>()
      const rendering: Rendering = {
        key,
        touched: new Set(),
        done,
        end: () => {
          renderings.delete(rendering)
          if (leaders.get(key) === rendering) leaders.delete(key)
          resolve()
        },
      }
      renderings.add(rendering)
      if (!leaders.has(key)) leaders.set(key, rendering)
      return rendering
    },
    /** Keeps a finished page unless something it was made from was touched since it began. */
    keep(rendering: Rendering, finished: FinishedPage): void {
      const { touched, key } = rendering
      if (touched.has(everything) || finished.tags.some((tag) => touched.has(tag))) return
      pages.set(key, cachedPage(finished))
      if (!pages.has(key)) return
      for (const tag of finished.tags) {
        const keys = keysOf.get(tag) ?? new Set()
        keysOf.set(tag, keys.add(key))
      }
    },
    count: () => pages.size,
    sizeBytes: () => pages.calculatedSize,
  }
}

function forgetKey(keysOf: Map<string, Set<string>>, tag: string, key: string) {
  const keys = keysOf.get(tag)
  keys?.delete(key)
  if (keys?.size === 0) keysOf.delete(tag)
}

import { Counter, Gauge, register } from 'prom-client'
import type { PageStore } from '#platform/cache'

/** Plain numbers, because a hit is counted thousands of times a second. */
export const answered = { hit: 0, miss: 0, stale: 0 }

new Counter({
  name: 'gongkai_page_cache_answers_total',
  help: 'Public pages answered from the cache, made anew, or shown although the database was away.',
  labelNames: ['result'],
  collect() {
    this.reset()
    for (const [result, times] of Object.entries(answered)) this.inc({ result }, times)
  },
})

/** Size of the newest server's cache; one process has one. */
export function measureStore(pages: PageStore) {
  for (const name of ['gongkai_page_cache_pages', 'gongkai_page_cache_bytes'])
    register.removeSingleMetric(name)
  new Gauge({
    name: 'gongkai_page_cache_pages',
    help: 'Pages in the cache.',
    collect() {
      this.set(pages.count())
    },
  })
  new Gauge({
    name: 'gongkai_page_cache_bytes',
    help: 'Memory of the cached pages, compressed forms estimated.',
    collect() {
      this.set(pages.sizeBytes())
    },
  })
}

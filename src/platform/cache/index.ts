export {
  bodyOf,
  type CachedPage,
  type Coding,
  cachedPage,
  compress,
  etagOf,
  type FinishedPage,
  revalidated,
} from './page.ts'
export { createPageCache, type PageCache } from './page-cache.ts'
export { createPageStore, everything, type PageStore, type Rendering } from './page-store.ts'
export { touchChannel } from './touch.ts'

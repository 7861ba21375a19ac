import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearchParams } from 'wouter'
import { call } from './client.ts'

/** What the address says about a table. */
export type TableSearch = ReturnType<typeof useTableSearch>

export function useTableSearch() {
  const [search, setSearch] = useSearchParams()
  const change = (work: (next: URLSearchParams) => void) =>
    setSearch((known) => {
      const next = new URLSearchParams(known)
      work(next)
      return next
    })
  return {
    get: (name: string) => search.get(name) ?? undefined,
    set: (name: string, value: string | undefined) =>
      change((next) => (value ? next.set(name, value) : next.delete(name))),
    clear: (names: readonly string[]) =>
      change((next) => {
        for (const name of names) next.delete(name)
      }),
    asQuery: (more: Record<string, string> = {}) =>
      new URLSearchParams([...search, ...Object.entries(more)]).toString(),
  }
}

/** Rows of a keyset-paged route, page by page, for what the address asks. */
export function useTableRows<Row>(path: string, search: TableSearch) {
  const query = search.asQuery()
  const rows = useInfiniteQuery({
    queryKey: ['table', path, query],
    queryFn: ({ pageParam }) =>
      call<{ items: Row[]; next: string | number | null }>(
        'GET',
        `${path}?${search.asQuery(pageParam ? { after: String(pageParam) } : {})}`,
      ),
    initialPageParam: null as string | number | null,
    getNextPageParam: (last) => last.next,
  })
  return { ...rows, items: rows.data?.pages.flatMap((page) => page.items) ?? [] }
}

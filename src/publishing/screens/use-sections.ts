import { useQuery } from '@tanstack/react-query'
import { call } from '#admin'
import type { SectionRow } from './article-view.ts'

export function useSections() {
  return useQuery({
    queryKey: ['sections'],
    queryFn: async () => (await call<{ items: SectionRow[] }>('GET', '/sections')).items,
    staleTime: 60_000,
  })
}

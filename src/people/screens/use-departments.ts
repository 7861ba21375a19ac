import { useQuery } from '@tanstack/react-query'
import { call } from '#admin'
import type { DepartmentView } from './staff-view.ts'

/** Departments, and those that somebody can still be put into. */
export function useDepartments() {
  const list = useQuery({
    queryKey: ['departments'],
    queryFn: async () => (await call<{ items: DepartmentView[] }>('GET', '/departments')).items,
  })
  const all = list.data ?? []
  const options = all.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))
  return { ...list, all, options }
}

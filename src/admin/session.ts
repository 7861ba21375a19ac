import { useQuery } from '@tanstack/react-query'
import type { Me } from '#people/contract'
import { call, Problem } from './client.ts'

const signedOut = { id: 0, username: '', name: '', roles: [], can: [], mustChangePassword: false }

/** The person in front of the console; id 0 while nobody is signed in. */
export function useMe() {
  return useQuery<Me>({
    queryKey: ['me'],
    queryFn: () =>
      call<Me>('GET', '/me').catch((error: unknown) => {
        if (error instanceof Problem && error.status === 401) return signedOut
        throw error
      }),
    staleTime: 60_000,
  })
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Me } from '#people/contract'
import { call, Problem } from './client.ts'

const signedOut: Me = {
  id: 0,
  username: '',
  name: '',
  roles: [],
  can: [],
  mustChangePassword: false,
  mustEnrolSecondFactor: false,
}

/** The person in front of the console; id 0 before anybody signed in. Who was here stays when their session ends. */
export function useMe() {
  const queries = useQueryClient()
  return useQuery<Me>({
    queryKey: ['me'],
    queryFn: () =>
      call<Me>('GET', '/me').catch((error: unknown) => {
        if (error instanceof Problem && error.status === 401)
          return queries.getQueryData<Me>(['me']) ?? signedOut
        throw error
      }),
    staleTime: 60_000,
  })
}

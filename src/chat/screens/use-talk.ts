import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call, poll } from '#admin'
import type { TalkView, Words } from './talk-view.ts'

/** Unit: milliseconds. */
const pause = 3000

/** A talk, opened once (on the audit record); what is said since comes by itself while it is one's own. */
export function useTalk(id: number) {
  const [since, setSince] = useState(0)
  const opened = useQuery({
    queryKey: ['talk', id, since],
    queryFn: () => call<TalkView>('POST', `/chat/talks/${id}/opening`),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    placeholderData: (last) => last,
  })
  const known = opened.data?.messages ?? []
  const last = known.at(-1)?.id ?? 0
  const live = opened.data?.abilities.say === true
  const news = useQuery({
    queryKey: ['talk-news', id, last],
    queryFn: () => poll<Words>(`/chat/talks/${id}/messages?after=${last}`),
    enabled: live,
    refetchInterval: pause,
    gcTime: 0,
    placeholderData: (before) => before,
  })
  const more = (live && news.data?.messages.filter((one) => one.id > last)) || []
  return {
    talk: opened.data,
    messages: [...known, ...more],
    status: (live && news.data?.status) || opened.data?.status,
    error: opened.error ?? news.error,
    /** Looks for what was just said. */
    look: () => news.refetch(),
    /** After a move the talk is another: it is opened anew. */
    reopen: () => setSince((times) => times + 1),
  }
}

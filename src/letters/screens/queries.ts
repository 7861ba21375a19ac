import { useQuery } from '@tanstack/react-query'
import { call } from '#admin'
import type { MailboxView, TopicView } from './letter-view.ts'

const stale = { staleTime: 60_000 }

export const useMailboxes = () =>
  useQuery({
    queryKey: ['letters', 'mailboxes'],
    queryFn: () => call<{ items: MailboxView[] }>('GET', '/letters/mailboxes'),
    ...stale,
  })

export const useTopics = () =>
  useQuery({
    queryKey: ['letters', 'topics'],
    queryFn: () => call<{ items: TopicView[] }>('GET', '/letters/topics'),
    ...stale,
  })

export const useDepartments = () =>
  useQuery({
    queryKey: ['letters', 'departments'],
    queryFn: () => call<{ items: { id: number; name: string }[] }>('GET', '/letters/departments'),
    ...stale,
  })

export type TopicChoice = { value: number; label: string; children?: TopicChoice[] }

/** The tree as a cascade takes it. */
export function topicChoices(topics: readonly TopicView[], parentId: number | null = null): TopicChoice[] {
  return topics
    .filter((topic) => topic.parentId === parentId && topic.inUse)
    .map((topic) => {
      const children = topicChoices(topics, topic.id)
      return { value: topic.id, label: topic.name, ...(children.length ? { children } : {}) }
    })
}

/** From the first level down. */
export function pathTo(topics: readonly TopicView[], id: number | null): number[] {
  const topic = topics.find((known) => known.id === id)
  return topic ? [...pathTo(topics, topic.parentId), topic.id] : []
}

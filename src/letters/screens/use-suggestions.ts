import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '#admin'
import type { Suggested } from './letter-view.ts'

const pauseMs = 700
const mostCharacters = 2000
const fewest = 4

/** Answers to what the officer writes, or to the words they mark on the page; to the letter while there is neither. */
export function useSuggestions(letterId: number, typed: string) {
  const marked = useMarkedWords()
  const text = useSettled(marked || typed.trim().slice(-mostCharacters))
  const found = useQuery({
    queryKey: ['letter-suggestions', letterId, text],
    queryFn: () => call<{ items: Suggested[] }>('POST', `/letters/${letterId}/suggestions`, { text }),
    // What stood there stays until the next answers come.
    placeholderData: (before) => before,
    staleTime: 60_000,
  })
  const about = text.length < fewest ? '按来信内容查找' : marked ? '按选中的文字查找' : '按正在写的答复查找'
  return { ...found, about }
}

/** Changes once nothing has changed for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value.length < fewest ? '' : value), pauseMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

function useMarkedWords(): string {
  const [marked, setMarked] = useState('')
  useEffect(() => {
    const look = () => {
      const words = document.getSelection()?.toString().trim() ?? ''
      setMarked(words.length >= fewest && words.length <= mostCharacters ? words : '')
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  return marked
}

import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '#admin'

/** A reference answer as the desk shows it. */
export type Answer = {
  corpus: 'letters' | 'entries'
  entry: string
  title: string
  answer: string
  score: number
  because: string[]
}

/** Unit: milliseconds without a key before the knowledge base is asked. */
const pause = 250
const shortest = 2

/** Reference answers to what has been typed so far. */
export function useAnswers(text: string) {
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), pause)
    return () => clearTimeout(timer)
  }, [text])
  return useQuery({
    queryKey: ['hotline-answers', asked],
    queryFn: () => call<{ items: Answer[] }>('POST', '/hotline/suggestions', { text: asked }),
    enabled: asked.length >= shortest,
    placeholderData: (last) => last,
  })
}

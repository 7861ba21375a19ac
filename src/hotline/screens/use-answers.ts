import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { call } from '#admin'

/** A reference answer as the desk shows it. */
export type Answer = {
  corpus: 'letters' | 'entries'
  entry: string
  title: string
  answer: string
  topic: string
  score: number
  because: string[]
}

/** Unit: milliseconds without a key before the knowledge base is asked. */
const pause = 250
const shortest = 2

/** Reference answers to what has been typed so far. */
export function useAnswers(text: string, path = '/hotline/suggestions') {
  const [asked, setAsked] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), pause)
    return () => clearTimeout(timer)
  }, [text])
  return useQuery({
    queryKey: ['reference-answers', path, asked],
    queryFn: () => call<{ items: Answer[] }>('POST', path, { text: asked }),
    enabled: asked.length >= shortest,
    placeholderData: (last) => last,
  })
}

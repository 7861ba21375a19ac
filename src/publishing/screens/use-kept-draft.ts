import { useCallback, useState } from 'react'
import { useMe } from '#admin'

export type KeptDraft = { at: string; values: Record<string, unknown> }
/** Unit: milliseconds. A draft that nobody came back to for a week is forgotten. */
const keptFor = 7 * 24 * 3_600_000

/**
 * What was typed and not saved, kept in this browser for this person: the network may go, the text stays.
 * `found` is what an earlier visit left behind.
 */
export function useKeptDraft(name: string) {
  const me = useMe()
  const key = `gongkai.draft.${me.data?.username ?? ''}.${name}`
  const [found, setFound] = useState(() => read(key))
  const keep = useCallback(
    (values: Record<string, unknown>) => {
      try {
        localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), values }))
      } catch {
        // A full or forbidden store: the draft is then only on the screen and on the server.
      }
    },
    [key],
  )
  const forget = useCallback(() => {
    localStorage.removeItem(key)
    setFound(undefined)
  }, [key])
  return { found, keep, forget, dismiss: () => setFound(undefined) }
}

function read(key: string): KeptDraft | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as KeptDraft | null
    if (!kept || Date.now() - Date.parse(kept.at) < keptFor) return kept ?? undefined
    localStorage.removeItem(key)
  } catch {
    // Not ours or damaged: as if nothing were there.
  }
  return undefined
}

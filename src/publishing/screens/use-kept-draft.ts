import { useCallback, useMemo, useState } from 'react'
import { keptDraft, useMe } from '#admin'

/**
 * What was typed and not saved, kept in this browser for this person: the network may go, the text stays.
 * `found` is what an earlier visit left behind.
 */
export function useKeptDraft(name: string) {
  const username = useMe().data?.username ?? ''
  const draft = useMemo(() => keptDraft(username, name), [username, name])
  const [found, setFound] = useState(draft.read)
  const forget = useCallback(() => {
    draft.forget()
    setFound(undefined)
  }, [draft])
  return { found, keep: draft.keep, forget, dismiss: () => setFound(undefined) }
}

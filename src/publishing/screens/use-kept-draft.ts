import { useCallback, useMemo, useState } from 'react'
import { type KeptDraft, keptDraft, useMe } from '#admin'

/**
 * What was typed and not saved, kept in this browser for this person: the network may go, the text stays.
 * `found` is what an earlier visit left behind, here or on the server, whichever is newer.
 */
export function useKeptDraft(name: string, onServer: KeptDraft | null = null) {
  const username = useMe().data?.username ?? ''
  const draft = useMemo(() => keptDraft(username, name), [username, name])
  const [found, setFound] = useState(() => newer(draft.read(), onServer ?? undefined))
  const forget = useCallback(() => {
    draft.forget()
    setFound(undefined)
  }, [draft])
  return { found, keep: draft.keep, forget, dismiss: () => setFound(undefined) }
}

function newer(here: KeptDraft | undefined, there: KeptDraft | undefined) {
  if (!here || !there) return here ?? there
  return Date.parse(here.at) > Date.parse(there.at) ? here : there
}

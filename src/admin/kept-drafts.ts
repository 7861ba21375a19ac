export type KeptDraft = { at: string; values: Record<string, unknown> }
/** Unit: milliseconds. A draft that nobody came back to for a week is forgotten. */
const keptFor = 7 * 24 * 3_600_000
const prefixOf = (username: string) => `gongkai.draft.${username}.`

/** What one person typed and the server does not have yet, kept in this browser. `name`: the screen it belongs to. */
export function keptDraft(username: string, name: string) {
  const key = prefixOf(username) + name
  return {
    read: () => read(key),
    /** A full or forbidden store keeps nothing: the draft is then only on the screen and on the server. */
    keep: (values: Record<string, unknown>) => {
      try {
        localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), values }))
      } catch {}
    },
    forget: () => localStorage.removeItem(key),
  }
}

const keysOf = (username: string) =>
  Object.keys(localStorage).filter((key) => key.startsWith(prefixOf(username)) && read(key))

export const countKeptDrafts = (username: string): number => keysOf(username).length

/** On a shared computer the next person must not find an unpublished text. */
export function forgetKeptDrafts(username: string) {
  for (const key of keysOf(username)) localStorage.removeItem(key)
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

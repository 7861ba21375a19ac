/** What the last answer of the server said about the session. Lives beside React, because every call feeds it. */
type SessionState = { endsAt: number | null; ended: boolean }

let state: SessionState = { endsAt: null, ended: false }
const listeners = new Set<() => void>()

export const sessionState = {
  get: () => state,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** What the header of an answer to somebody signed in says. Unit: seconds from now. */
  lives: (endsIn: number) => change({ endsAt: Date.now() + endsIn * 1000, ended: false }),
  ends: () => change({ ...state, ended: true }),
}

function change(next: SessionState) {
  if (next.endsAt === state.endsAt && next.ended === state.ended) return
  state = next
  for (const listener of listeners) listener()
}

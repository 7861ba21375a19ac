export type RunningUpload = { key: number; name: string; percent: number }

let running: readonly RunningUpload[] = []
let keys = 0
const listeners = new Set<() => void>()

/** Every upload of the console that runs now. Lives beside React, because every screen sends files. */
export const uploadState = {
  get: () => running,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  begins(name: string) {
    keys += 1
    const key = keys
    change([...running, { key, name, percent: 0 }])
    return {
      /** Unit: bytes sent, bytes in all. */
      reached: (sent: number, all: number) => {
        const percent = all ? Math.floor((sent / all) * 100) : 0
        change(running.map((one) => (one.key === key ? { ...one, percent } : one)))
      },
      ends: () => change(running.filter((one) => one.key !== key)),
    }
  },
}

function change(next: readonly RunningUpload[]) {
  running = next
  for (const listener of listeners) listener()
}

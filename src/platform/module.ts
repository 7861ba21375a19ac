import type { Platform } from '#platform'
import type { App } from '#platform/http'
import type { Job } from '#platform/queue'

/** One domain folder as `app.ts` sees it: three thin doors (pages, api, jobs) and command-line verbs. */
export type Module = {
  name: string
  pages?: (app: App, platform: Platform) => void | Promise<void>
  api?: (app: App, platform: Platform) => void | Promise<void>
  jobs?: readonly Job<never>[]
  commands?: readonly Command[]
  verifications?: readonly Verification[]
}

/** `gongkai NAME …`. `run` writes data to stdout only and returns the exit status (0, 1, or 2 on bad arguments). */
export type Command = {
  name: string
  usage: string
  summary: string
  run: (platform: Platform, args: readonly string[]) => Promise<number>
}

/** One promise that `gongkai verify` checks. Answers the first thing that is wrong, or undefined. */
export type Verification = {
  name: string
  run: (platform: Platform, options?: VerifyOptions) => Promise<string | undefined>
}
/** `expect`: the newest audit entry as somebody noted it elsewhere, ID:HASH. */
export type VerifyOptions = { expect?: string }

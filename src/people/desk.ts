import type { Platform } from '#platform'
import type { DeskCard, Staff } from './contract.ts'

/** What one module puts on a person's desk: nothing that their roles do not let them see. app.ts composes them. */
export type Desk = (platform: Platform, staff: Staff) => Promise<readonly DeskCard[]>

import type { ReactElement } from 'react'

/** One entry of the console. `action` is the permission that shows it; undefined: for everybody. */
export type Screen = {
  path: string
  /** Undefined: reached from another screen, not from the menu. */
  label?: string
  group?: string
  action?: string
  element: ReactElement
}

import type { Db } from '#platform/db'

/** Open work that carries a person's name, for whoever takes over. app.ts gathers it from the modules. */
export type OpenWork = {
  label: string
  list(db: Db, staffId: number): Promise<readonly { id: number; text: string; href: string }[]>
}

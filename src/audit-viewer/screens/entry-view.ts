/** As the API answers. */
export type EntryView = {
  id: number
  at: string
  actorKind: string
  actorName: string
  action: string
  subjectKind: string
  subjectId: string
  detail: Record<string, unknown>
  algorithm: string
  previousHash: string
  hash: string
}
export type CheckView = {
  at: string
  checkedBy: string
  lastEntryId: number
  lastHash: string
  brokenId: number | null
  reason: string | null
}
export type RunningView = { progress: { readTo: number; newest: number } | null }
export type StateView = { check: CheckView | null; actions: string[] }

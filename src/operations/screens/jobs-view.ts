/** What `GET /api/staff/jobs` answers. */
export type FailedJobView = {
  id: string
  name: string
  tries: number
  createdAt: string
  failedAt: string
  error: { type?: string; code?: string; message?: string; stack?: string }
}
export type JobCountView = {
  name: string
  waiting: number
  running: number
  failed: number
  oldestWaitingSeconds: number
}
export type JobsView = { items: FailedJobView[]; next: string | null; counts: JobCountView[] }

import pg from 'pg'
import type { Logger } from '#platform/log'
import { touchChannel } from './touch.ts'

/** Unit: milliseconds. */
const heartbeatMs = 10_000
const answerTimeoutMs = 5_000
const firstWaitMs = 100
const longestWaitMs = 2_000

export type Following = { close(): Promise<void> }
type Listener = {
  /** The connection stands (again): whatever was missed before cannot be known. */
  onBegin(): void
  onLost(): void
  onNotice(payload: string): void
}

/** Listens to touches on a connection of its own and comes back by itself. A heartbeat finds a connection that died in silence. */
export function followTouches(databaseUrl: string, log: Logger, listener: Listener): Following {
  let client: pg.Client | undefined
  let closed = false
  let waitMs = firstWaitMs
  let timer: NodeJS.Timeout | undefined

  const again = (lost: pg.Client, reason: string) => {
    if (client !== lost || closed) return
    client = undefined
    listener.onLost()
    log.warn({ reason }, 'page cache lost its connection')
    void lost.end().catch(() => {})
    clearTimeout(timer)
    timer = setTimeout(connect, waitMs).unref()
    waitMs = Math.min(waitMs * 2, longestWaitMs)
  }
  const beat = (living: pg.Client) => {
    timer = setTimeout(() => {
      living.query('select 1').then(
        () => client === living && beat(living),
        (error: Error) => again(living, error.message),
      )
    }, heartbeatMs).unref()
  }
  const connect = () => {
    const made = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'gongkai-cache',
      connectionTimeoutMillis: answerTimeoutMs,
      query_timeout: answerTimeoutMs,
      keepAlive: true,
    })
    client = made
    made.on('error', (error) => again(made, error.message))
    made.on('end', () => again(made, 'ended'))
    made.on('notification', ({ payload }) => client === made && listener.onNotice(payload ?? ''))
    made
      .connect()
      .then(() => made.query(`listen ${touchChannel}`))
      .then(
        () => {
          if (client !== made) return
          waitMs = firstWaitMs
          listener.onBegin()
          beat(made)
        },
        (error: Error) => again(made, error.message),
      )
  }
  connect()
  return {
    close: async () => {
      closed = true
      clearTimeout(timer)
      await client?.end().catch(() => {})
    },
  }
}

import pg from 'pg'

const types = pg.types
// Days stay strings: pg's own parser shifts them by the server's zone (ADR 0010).
const asText = (text: string) => text
const parsers: Record<number, (text: string) => unknown> = {
  [types.builtins.DATE]: asText,
  [types.builtins.INT8]: Number,
  1182: (text) => text.slice(1, -1).split(',').filter(Boolean), // date[]
}

export function createPool(url: string, max = 20): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    options: '-c timezone=Asia/Shanghai',
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') =>
        (parsers[oid] ?? types.getTypeParser(oid, format as 'text')) as never,
    },
  })
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => {})
  // One that breaks in use rejects its query, which tells the caller; nobody else listens to it then.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

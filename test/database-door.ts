import { connect, createServer, type Socket } from 'node:net'
import { afterAll } from 'vitest'

/** The way from a program to its database, which can be shut: connections break, new ones are refused. */
export async function databaseDoor(databaseUrl: string) {
  const target = new URL(databaseUrl)
  const through = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      through.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        through.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server.listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port))
    })
  const shut = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of through) socket.destroy()
    })
  const port = await listen(0)
  afterAll(() => (server.listening ? shut() : undefined))
  const url = new URL(databaseUrl)
  url.host = `127.0.0.1:${port}`
  return { url: url.href, shut, open: async () => void (await listen(port)) }
}

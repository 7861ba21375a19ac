import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { Place } from './place.ts'

const run = promisify(execFile)
const mostConnections = 120
const longestDeathMs = 30_000

export type EmbeddedServer = { url: string; stop(): Promise<void> }

/** Starts the server of a data folder, or adopts the one that already runs there. */
export async function startEmbedded(place: Place, connections = mostConnections): Promise<EmbeddedServer> {
  if (!existsSync(join(place.data, 'PG_VERSION'))) await initialise(place)
  if (!(await isRunning(place))) await start(place, connections)
  const port = pidFile(place)[3]
  const password = readFileSync(passwordFile(place), 'utf8').trim()
  return {
    url: `postgresql://gongkai:${password}@127.0.0.1:${port}/postgres`,
    stop: () => stop(place),
  }
}

async function initialise(place: Place) {
  writeFileSync(passwordFile(place), randomBytes(24).toString('hex'), { mode: 0o600 })
  if (place.user) chownSync(passwordFile(place), place.user.uid, place.user.gid)
  await postgresTool(place, 'initdb', [
    ...['-D', place.data, '--username=gongkai', `--pwfile=${passwordFile(place)}`, '--auth=scram-sha-256'],
    ...['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'],
  ])
}

async function start(place: Place, connections: number) {
  const settings = {
    port: await freePort(),
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '256MB',
    max_connections: connections,
    maintenance_work_mem: '256MB',
    max_wal_size: '2GB',
    jit: 'off',
    timezone: 'Asia/Shanghai',
    log_timezone: 'Asia/Shanghai',
    dynamic_shared_memory_type: 'mmap',
  }
  const options = Object.entries(settings).map(([key, value]) => `-c ${key}='${value}'`)
  try {
    await postgresTool(place, 'pg_ctl', [
      ...[
        '-D',
        place.data,
        '-w',
        '-t',
        '120',
        '-l',
        join(place.data, 'server.log'),
        '-o',
        options.join(' '),
        'start',
      ],
    ])
  } catch (cause) {
    // Another process may have started the same folder a moment earlier: then it is adopted.
    if (!(await isRunning(place)))
      throw new Error(`the embedded PostgreSQL did not start: ${lastLog(place)}`, { cause })
  }
}

async function stop(place: Place) {
  await postgresTool(place, 'pg_ctl', ['-D', place.data, '-m', 'fast', '-w', '-t', '60', 'stop'])
}

/**
 * Whether a server of this folder answers. After a hard kill its process may still be dying while pg_ctl calls it running,
 * and a start would be refused: then this waits for it to go.
 */
async function isRunning(place: Place): Promise<boolean> {
  for (let waited = 0; waited < longestDeathMs; waited += 100) {
    if (!(await hasProcess(place))) return false
    if (await answers(place)) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(
    `process ${pidFile(place)[0]} holds ${place.data} but answers on no port; end it and start again`,
  )
}

const hasProcess = (place: Place) =>
  postgresTool(place, 'pg_ctl', ['-D', place.data, 'status']).then(
    () => true,
    () => false,
  )

const pidFile = (place: Place) => readFileSync(join(place.data, 'postmaster.pid'), 'utf8').split('\n')

function answers(place: Place): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(Number(pidFile(place)[3] ?? 0), '127.0.0.1')
    const end = (answered: boolean) => {
      socket.destroy()
      resolve(answered)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}

/** pg_ctl leaves its child holding the pipes, so output goes to a file and the pipes are not awaited. */
async function postgresTool(place: Place, tool: string, args: string[]) {
  const env = {
    PATH: process.env.PATH,
    LD_LIBRARY_PATH: join(place.binaries, 'lib'),
    LC_ALL: 'C',
    TZ: 'Asia/Shanghai',
  }
  const script = 'exec "$0" "$@" >>"$OUT" 2>&1'
  const out = join(dirname(place.data), 'postgres.log')
  if (!existsSync(out)) writeFileSync(out, '')
  if (place.user) chownSync(out, place.user.uid, place.user.gid)
  await run('/bin/sh', ['-c', script, join(place.binaries, 'bin', tool), ...args], {
    ...place.user,
    env: { ...env, OUT: out },
    cwd: '/',
  })
}

const passwordFile = (place: Place) => join(dirname(place.data), 'postgres-password')

function lastLog(place: Place): string {
  const file = join(place.data, 'server.log')
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-6).join('\n') : 'no log'
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}

/** For tests: removes a stopped server's folder. */
export function removeEmbedded(place: Place) {
  rmSync(place.data, { recursive: true, force: true })
}

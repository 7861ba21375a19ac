import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
export const node = process.execPath

/** Where a Debian package put a program, if it is installed. */
export function found(name: string): string | undefined {
  return ['/usr/bin', '/usr/sbin', '/usr/local/bin'].map((folder) => join(folder, name)).find(existsSync)
}

export type Served = { address: string; stop(): Promise<void> }

/** A program kept to one core, ready when it says so on stdout or stderr. */
export async function onCore(
  core: number,
  command: string,
  args: string[],
  ready: RegExp,
  env: Record<string, string> = {},
): Promise<{ match: string; stop(): Promise<void> }> {
  const child = spawn('taskset', ['-c', String(core), command, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const match = await sawLine(child, ready)
  return {
    match,
    stop: async () => {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

function sawLine(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = ''
    const look = (chunk: Buffer) => {
      seen += chunk
      const match = ready.exec(seen)
      if (match) resolve(match[1] ?? match[0])
    }
    child.stdout?.on('data', look)
    child.stderr?.on('data', look)
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${seen}`)))
  })
}

/** nginx with one worker that serves one file with these headers from one address, as a careful engineer would set it. */
export async function nginxServing(
  core: number,
  folder: string,
  port: number,
  page: { path: string; body: Buffer; headers: readonly (readonly [string, string])[] },
): Promise<Served> {
  mkdirSync(join(folder, 'files'), { recursive: true })
  writeFileSync(join(folder, 'files', 'page.html'), page.body)
  const headers = page.headers.map(([name, value]) => `add_header ${name} '${value.replaceAll("'", "\\'")}';`)
  const settings = `user root; worker_processes 1; daemon off; pid ${folder}/pid; error_log stderr notice;
events { worker_connections 1024; }
http { access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; open_file_cache max=100;
client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3; uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
default_type 'text/html; charset=utf-8';
server { listen 127.0.0.1:${port}; ${headers.join(' ')} add_header x-request-id $request_id;
location = ${page.path} { alias ${folder}/files/page.html; types {} } } }`
  writeFileSync(join(folder, 'nginx.conf'), settings)
  const nginx = found('nginx') as string
  const { stop } = await onCore(core, nginx, ['-c', join(folder, 'nginx.conf')], /start worker process \d+/)
  return { address: `http://127.0.0.1:${port}`, stop }
}

/** Requests a second that wrk, on a core of its own, gets from an address. Throws when any answer was no success. */
export async function wrk(core: number, url: string, seconds: number): Promise<number> {
  const args = ['-c', String(core), 'wrk', '-t1', '-c32', `-d${seconds}s`, url]
  const { stdout } = await run('taskset', args)
  if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(stdout)
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1])
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}

/** Unit: whatever went in. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

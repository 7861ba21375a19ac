import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bench, Measured } from './run.ts'
import { openStage, type Stage } from './stage/open-stage.ts'
import { found, median, nginxServing, node, onCore, wrk } from './stage/programs.ts'

const rounds = 5
const seconds = 3
/** The servers share one core, never at the same time; the load has the other. */
const [served, loading] = [0, 1]
const nginxPort = 18_931

/** An article page from the cache, from nginx and from a bare Node, in turns. */
export const bench: Bench = {
  name: 'cached-page',
  about:
    'Requests a second of one article page with all its headers, each server alone on one core, the load (wrk, 32 connections) on the other, in turns; medians. “Uncached” asks with a query word that keeps the page out of the cache.',
  run: async () => {
    if (!found('nginx') || !found('wrk') || !found('taskset')) {
      process.stderr.write('cached-page: needs nginx and wrk (apt-get install nginx wrk)\n')
      return undefined
    }
    const stage = await openStage()
    try {
      await stage.fill(0, 1_000)
      return await compare(stage)
    } finally {
      await stage.close()
    }
  },
}

async function compare(stage: Stage): Promise<Measured[]> {
  const env = { DATABASE_URL: stage.databaseUrl, DATA_DIR: stage.dataDir, PORT: '0', NODE_ENV: '' }
  const main = new URL('../src/main.ts', import.meta.url).pathname
  const ours = await onCore(served, node, [main, 'serve'], /ready (http:\S+)/, env)
  const path = '/articles/500'
  const url = ours.match + path
  const answer = await keptAnswer(url)
  const body = Buffer.from(await answer.arrayBuffer())
  const headers = [...answer.headers].filter(
    ([name]) => !/^(date|connection|keep-alive|content-length|content-type|x-request-id|etag)$/.test(name),
  )
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-nginx-'))
  writeFileSync(
    join(folder, 'headers.json'),
    JSON.stringify(
      [...answer.headers].filter(([name]) => !/^(date|connection|keep-alive|content-length)$/.test(name)),
    ),
  )
  const peer = await nginxServing(served, folder, nginxPort, { path, body, headers })
  const bareFile = new URL('stage/bare-node.ts', import.meta.url).pathname
  const bare = await onCore(served, node, [bareFile, folder], /ready (\d+)/)
  const targets = { ours: url, peer: peer.address + path, bare: `http://127.0.0.1:${bare.match}${path}` }
  const rates: Record<keyof typeof targets, number[]> = { ours: [], peer: [], bare: [] }
  try {
    for (const target of Object.values(targets)) await wrk(loading, target, 1)
    for (let round = 0; round < rounds; round++)
      for (const name of ['ours', 'peer', 'bare'] as const)
        rates[name].push(await wrk(loading, targets[name], seconds))
    const uncached = await timeOf(`${url}?uncached=`, 200)
    const [us, nginx, least] = [median(rates.ours), median(rates.peer), median(rates.bare)]
    const perSecond = { unit: 'a second' }
    return [
      {
        what: `cached page, ${body.length} bytes`,
        value: us,
        ...perSecond,
        against: `nginx ${Math.round(nginx)} a second, goal 0.65`,
        ratio: us / nginx,
      },
      {
        what: 'the same bytes from bare node:http',
        value: least,
        ...perSecond,
        against: 'nginx',
        ratio: least / nginx,
      },
      {
        what: 'uncached page, median',
        value: uncached,
        unit: 'ms',
        against: 'limit 50 ms',
        ratio: uncached / 50,
      },
    ]
  } finally {
    for (const server of [ours, peer, bare]) await server.stop()
  }
}

async function keptAnswer(url: string): Promise<Response> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(url)
    if (answer.headers.get('cache-status') === 'gongkai; hit') return answer
    await answer.arrayBuffer()
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`${url} is not kept`)
}

/** One request after the other; each with a word of its own, under the rate limit. */
async function timeOf(prefix: string, times: number): Promise<number> {
  const took: number[] = []
  for (let nth = 0; nth < times; nth++) {
    const started = performance.now()
    await (await fetch(prefix + nth)).arrayBuffer()
    took.push(performance.now() - started)
  }
  return median(took)
}

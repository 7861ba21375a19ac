import { lookup } from 'node:dns'
import { request as askHttp } from 'node:http'
import { request as askHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isOwnAddress, isOwnHost } from './own-network.ts'

export type LinkOutcome = 'alive' | 'dead' | 'refusing' | 'internal' | 'unknown'
export type LinkAnswer = { outcome: LinkOutcome; status: number | null }
export type AskRules = { trustedHosts: readonly string[]; timeoutMs?: number }

const hops = 5
const ownNetwork = 'OWN_NETWORK'

/**
 * Whether somebody is there. Asks http and https only, follows a few redirects, reads no body, never reaches into the
 * own network unless the host is trusted; the name is judged by the address that is really connected to.
 */
export async function askAddress(address: string, rules: AskRules): Promise<LinkAnswer> {
  let url = new URL(address)
  for (let hop = 0; hop <= hops; hop++) {
    const answer = await askOnce(url, rules)
    if (!('movedTo' in answer)) return answer
    url = answer.movedTo
  }
  return { outcome: 'refusing', status: null }
}

function askOnce(url: URL, rules: AskRules): Promise<LinkAnswer | { movedTo: URL }> {
  const trusted = isTrusted(url, rules.trustedHosts)
  if (!/^https?:$/.test(url.protocol)) return Promise.resolve({ outcome: 'refusing', status: null })
  if (!trusted && isOwnHost(url.hostname)) return Promise.resolve({ outcome: 'internal', status: null })
  const signal = AbortSignal.timeout(rules.timeoutMs ?? 8000)
  const headers = { 'user-agent': 'Gongkai link check', accept: '*/*' }
  const ask = url.protocol === 'https:' ? askHttps : askHttp
  return new Promise((resolve) => {
    const asked = ask(url, {
      method: 'GET',
      headers,
      signal,
      agent: false,
      ...(trusted ? {} : { lookup: guarded }),
    })
    asked.on('response', (response) => {
      response.destroy()
      resolve(judge(url, response.statusCode ?? 0, response.headers.location))
    })
    asked.on('error', (error) => resolve(failure(error)))
    asked.end()
  })
}

function judge(url: URL, status: number, location: string | undefined): LinkAnswer | { movedTo: URL } {
  if (status >= 300 && status < 400 && location && URL.canParse(location, url.href))
    return { movedTo: new URL(location, url.href) }
  if (status >= 200 && status < 400) return { outcome: 'alive', status }
  return { outcome: status === 404 || status === 410 ? 'dead' : 'refusing', status }
}

/** No answer says nothing about the address: the network of an agency may lead nowhere. */
function failure(error: NodeJS.ErrnoException): LinkAnswer {
  return { outcome: error.code === ownNetwork ? 'internal' : 'unknown', status: null }
}

/** `host` or `host:port`, as the agency wrote it in its settings. */
export function isTrusted(url: URL, trustedHosts: readonly string[]): boolean {
  return trustedHosts.includes(url.hostname) || trustedHosts.includes(url.host)
}

const guarded: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '')
    if (addresses.some(({ address }) => isIP(address) && isOwnAddress(address)))
      return done(Object.assign(new Error('address of the own network'), { code: ownNetwork }), '')
    const [first] = addresses
    if (options.all) return done(null, addresses)
    return done(null, first?.address ?? '', first?.family ?? 4)
  })
}

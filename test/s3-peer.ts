import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { afterAll } from 'vitest'

const credentials = { key: 'AKTEST', secret: 'secret/with+signs' }
const pageSize = 2

/** Speaks as much S3 as the product needs, over a loopback port, and checks every signature (AWS Signature Version 4). */
export async function s3Peer() {
  const objects = new Map<string, Buffer>()
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://peer')
    requests.push(`${request.method} ${pathname}${request.headers.range ? ` ${request.headers.range}` : ''}`)
    if (!isSigned(request, body)) return answer(response, 403, fault('SignatureDoesNotMatch'))
    const key = decodeURIComponent(pathname.split('/').slice(2).join('/'))
    if (request.method === 'PUT') {
      objects.set(key, body)
      return answer(response, 200, '', { etag: '"x"' })
    }
    if (request.method === 'DELETE') {
      objects.delete(key)
      return answer(response, 204, '')
    }
    if (!key) return answer(response, 200, listing(objects, searchParams))
    const found = objects.get(key)
    if (!found) return answer(response, 404, fault('NoSuchKey'))
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? []
    if (from === undefined || to === undefined) return answer(response, 200, found)
    return answer(response, 206, found.subarray(Number(from), Number(to) + 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  const close = async () => {
    server.closeAllConnections()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  }
  afterAll(close)
  const url = (secret = credentials.secret) =>
    `s3://${credentials.key}:${encodeURIComponent(secret)}@127.0.0.1:${port}/bucket/agency?region=cn-north-1&tls=off`
  return { url, objects, requests, close }
}

function answer(response: ServerResponse, status: number, body: string | Buffer, headers = {}) {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body), ...headers }).end(body)
}

const fault = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code></Error>`

function listing(objects: Map<string, Buffer>, query: URLSearchParams): string {
  const after = query.get('continuation-token') ?? ''
  const keys = [...objects.keys()]
    .filter((key) => key.startsWith(query.get('prefix') ?? '') && key > after)
    .sort()
  const page = keys.slice(0, pageSize)
  const more = keys.length > pageSize
  const contents = page.map(
    (key) =>
      `<Contents><Key>${key}</Key><Size>1</Size><ETag>x</ETag><LastModified>2018-01-01T00:00:00Z</LastModified></Contents>`,
  )
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${next}${contents.join('')}</ListBucketResult>`
}

function isSigned(request: IncomingMessage, body: Buffer): boolean {
  const { authorization = '' } = request.headers
  const [, key, scope = '', names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? []
  const declared = String(request.headers['x-amz-content-sha256'] ?? '')
  if (key !== credentials.key) return false
  if (declared !== 'UNSIGNED-PAYLOAD' && declared !== sha256(body)) return false
  const url = new URL(request.url ?? '', 'http://peer')
  const query = [...url.searchParams].map((pair) => pair.map(encodeURIComponent).join('=')).sort()
  const headers = names.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}\n`)
  const canonical = [request.method, url.pathname, query.join('&'), headers.join(''), names, declared].join(
    '\n',
  )
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, sha256(canonical)].join('\n')
  const signingKey = scope.split('/').reduce<string | Buffer>(hmac, `AWS4${credentials.secret}`)
  return hmac(signingKey, toSign).toString('hex') === signature
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

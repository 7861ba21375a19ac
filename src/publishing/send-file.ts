import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Platform, refuse } from '#platform'
import { byteRange } from './byte-range.ts'
import type { PublicFile } from './file-store.ts'

const shownInline = /^(?:image\/|video\/|audio\/|application\/pdf$)/

/** Sends a file or one part of it (RFC 9110 section 14). `caching` is the cache-control header. Throws: Refusal not_found. */
export async function sendFile(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  found: PublicFile | undefined,
  caching: string,
) {
  if (!found) throw refuse('not_found')
  const etag = `"${found.sha256.slice(0, 32)}"`
  const way = shownInline.test(found.mediaType) ? 'inline' : 'attachment'
  reply
    .header('etag', etag)
    .header('accept-ranges', 'bytes')
    .header('cache-control', caching)
    .header('content-disposition', `${way}; filename*=UTF-8''${encodeURIComponent(found.name)}`)
    .type(found.mediaType)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  const range = byteRange(request.headers.range, found.sizeBytes)
  if (range === 'unsatisfiable')
    return reply.code(416).header('content-range', `bytes */${found.sizeBytes}`).send()
  const { stream } = await platform.files.open({ id: found.id }, range)
  if (range) reply.code(206).header('content-range', `bytes ${range.from}-${range.to}/${found.sizeBytes}`)
  return reply.send(stream)
}

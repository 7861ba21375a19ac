import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { codingFor } from './answer-from-cache.ts'

const brotli = promisify(brotliCompress)
const deflate = promisify(gzip)
/** Made anew for each answer: quick before small. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

/** A long text that no cache keeps, in the coding that the client takes. */
export async function compressed(request: FastifyRequest, reply: FastifyReply, text: string) {
  reply.header('vary', 'accept-encoding')
  const coding = codingFor(String(request.headers['accept-encoding'] ?? ''))
  if (!coding) return text
  reply.header('content-encoding', coding)
  return coding === 'br' ? brotli(text, quick) : deflate(text)
}

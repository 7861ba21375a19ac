import type { FastifyReply } from 'fastify'
import type { Platform } from '#platform'

/** Sends a sealed file to one person: as a download, kept in no cache. */
export async function sendFile(
  { files }: Platform,
  reply: FastifyReply,
  opened: { fileId: number; name: string },
) {
  const { file, stream } = await files.open({ id: opened.fileId })
  return reply
    .header('cache-control', 'no-store')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(opened.name)}`)
    .type(file.mediaType)
    .send(stream)
}

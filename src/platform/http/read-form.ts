import type { FastifyRequest } from 'fastify'
import { refuse } from '#platform'

/** One chosen file of a form. `tooLarge`: it passed the limit and its bytes were thrown away. */
export type FormFile = { field: string; name: string; bytes: Buffer; tooLarge: boolean }
export type PostedForm = { fields: Record<string, string>; files: FormFile[] }

const fieldBytes = 512 * 1024
const fieldCount = 100

/**
 * A posted form with or without files, as browsers send it. Put file inputs last in the form: a file past the limit is
 * read to its end and dropped, so that the fields are kept and the page can be shown again. Unit: bytes a file.
 */
export async function readForm(
  request: FastifyRequest,
  limits: { files: number; limitBytes: number },
): Promise<PostedForm> {
  if (!request.isMultipart()) return { fields: textFields(request.body), files: [] }
  const form: PostedForm = { fields: {}, files: [] }
  // Named first because the types of the plugin do not know this option of a single call.
  const options = {
    throwFileSizeLimit: false,
    limits: { files: limits.files, fileSize: limits.limitBytes, fields: fieldCount, fieldSize: fieldBytes },
  }
  try {
    await takeParts(request.parts(options), form)
  } catch (error) {
    // The parser's own refusals have a status; a form without a boundary or an end is thrown as a plain error.
    if (error instanceof Error && !('statusCode' in error)) throw refuse('invalid_input')
    throw error
  }
  return form
}

async function takeParts(parts: ReturnType<FastifyRequest['parts']>, form: PostedForm) {
  for await (const part of parts) {
    if (part.type === 'field') {
      if (typeof part.value === 'string') form.fields[part.fieldname] = part.value
      continue
    }
    const bytes = await part.toBuffer()
    const { truncated: tooLarge } = part.file
    // A browser sends a part without a name for a file input in which nothing was chosen.
    if (part.filename)
      form.files.push({
        field: part.fieldname,
        name: part.filename,
        bytes: tooLarge ? Buffer.alloc(0) : bytes,
        tooLarge,
      })
  }
}

function textFields(body: unknown): Record<string, string> {
  const entries = Object.entries((body ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

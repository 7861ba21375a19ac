import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { Mail } from './index.ts'
import { letterOf } from './letter-of.ts'

/** Where no mail server is configured: one .eml file a message, readable by the program's own user only. */
export function mailFolder(folder: string, from: string): Mail['send'] {
  const writer = createTransport({ streamTransport: true, buffer: true })
  return async (message) => {
    const { message: bytes } = await writer.sendMail(letterOf(message, from))
    const id = randomUUID()
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const path = join(folder, `${new Date().toISOString().replaceAll(':', '')}-${id}.eml`)
    await writeFile(`${path}.part`, bytes as Buffer, { mode: 0o600 })
    await rename(`${path}.part`, path)
    return { sent: true, id }
  }
}

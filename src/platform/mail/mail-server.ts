import { createTransport } from 'nodemailer'
import type { Mail, MailFailure } from './index.ts'
import { letterOf } from './letter-of.ts'

/** Unit: milliseconds. A server that answers nothing must not hold a worker. */
const patience = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }

/** What nodemailer throws for a server that is away, silent, or not secured as asked. Everything else it throws is a bug. */
const away = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EREQUIRETLS', 'EPROTOCOL'])
const refused: Record<string, MailFailure> = {
  EAUTH: 'sign_in_refused',
  ENOAUTH: 'sign_in_refused',
  EENVELOPE: 'recipient_refused',
  EMESSAGE: 'message_refused',
}

/** Sends over SMTP; TLS when the server offers it, always with smtps://. */
export function mailServer(url: string, from: string): Mail['send'] {
  const server = createTransport({ url, ...patience })
  return async (message) => {
    try {
      const { messageId } = await server.sendMail(letterOf(message, from))
      return { sent: true, id: messageId }
    } catch (error) {
      return failureOf(error as SmtpError)
    }
  }
}

type SmtpError = Error & { code?: string; permanent?: boolean }

/** The server's own words are dropped: they repeat the address. An address that no server can take has no reply. */
function failureOf(error: SmtpError) {
  const { code = '', permanent } = error
  if (away.has(code)) return { sent: false, reason: 'server_away', final: false } as const
  const reason = refused[code]
  if (!reason) throw error
  return { sent: false, reason, final: permanent ?? reason === 'recipient_refused' } as const
}

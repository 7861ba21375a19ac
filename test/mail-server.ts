import { SMTPServer } from 'smtp-server'
import { afterAll } from 'vitest'

type Options = { password?: string; refuseRecipient?: number; refuseMessage?: number }

/** A real mail server on a loopback port; closed after the test file. Codes are SMTP replies. */
export async function testMailServer(options: Options = {}) {
  const received: { to: string[]; raw: string }[] = []
  const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })
  const server = new SMTPServer({
    authOptional: options.password === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ password }, _session, done) =>
      password === options.password ? done(null, { user: 'agency' }) : done(refusal(535, 'bad password')),
    onRcptTo: ({ address }, _session, done) =>
      options.refuseRecipient ? done(refusal(options.refuseRecipient, `no <${address}> here`)) : done(),
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (options.refuseMessage) return done(refusal(options.refuseMessage, 'not this one'))
        const to = session.envelope.rcptTo.map(({ address }) => address)
        received.push({ to, raw: Buffer.concat(chunks).toString() })
        return done()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as { port: number }
  let open = true
  const close = async () => {
    if (open) await new Promise<void>((resolve) => server.close(() => resolve()))
    open = false
  }
  afterAll(close)
  return { url: `smtp://127.0.0.1:${port}`, received, close }
}

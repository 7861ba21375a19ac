import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { ConfigError } from './config-error.ts'
import { type S3Address, type StoragePlace, storageFor } from './storage-url.ts'

export { ConfigError, type S3Address, storageFor }

/** What the process was told from outside, checked once at start. Source: design.md, fixed interfaces. */
export type Config = {
  production: boolean
  dataDir: string
  /** An explicit DATA_DIR that cannot be used is an error; the default may move (ADR 0003). */
  dataDirIsExplicit: boolean
  host: string
  port: number
  databaseUrl: string | undefined
  /** Where files lie: a folder, or a bucket of an S3-compatible store. */
  storage: StoragePlace
  smtpUrl: string | undefined
  /** Who mail comes from: an address, or `Name <address>`. */
  mailFrom: string
  /** Who gets the audit chain's newest hash each night. */
  auditMail: string | undefined
  publicUrl: string
  /** Single sign-on; undefined: passwords only. */
  singleSignOn: { issuer: string; clientId: string; clientSecret: string } | undefined
  secretKey: string
  /** Whether `serve` works the queue itself; `off` where workers do. */
  worksJobs: boolean
  /** Whose X-Forwarded-For is believed: addresses or networks. */
  trustedProxies: readonly string[]
}

/** A database may be reached by a socket and files by a folder: those two name no host. */
const hostless = ['file:', 'postgres:', 'postgresql:']
const urlWith = (protocols: readonly string[]) =>
  z.string().refine((text) => isUrl(text, protocols), {
    error: `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })

function isUrl(text: string, protocols: readonly string[]): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocols.includes(protocol) && (hostname !== '' || hostless.includes(protocol))
}

const environment = z.object({
  NODE_ENV: z.string().optional(),
  DATA_DIR: z.string().min(1).optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  DATABASE_URL: urlWith(['postgres:', 'postgresql:']).optional(),
  STORAGE_URL: urlWith(['file:', 's3:']).optional(),
  SMTP_URL: urlWith(['smtp:', 'smtps:']).optional(),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, {
      error: 'must be an address, or Name <address>',
    })
    .optional(),
  AUDIT_MAIL: z.email({ error: 'must be a mail address' }).optional(),
  PUBLIC_URL: urlWith(['http:', 'https:']).optional(),
  JOBS: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  OIDC_ISSUER: urlWith(['https:', 'http:']).optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  TRUSTED_PROXIES: z
    .string()
    .regex(/^[\w.:/-]+(?:,[\w.:/-]+)*$/, { error: 'must be addresses or networks, separated by commas' })
    .default('loopback'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .optional(),
  SECRET_KEY: z
    .string()
    .min(32, { error: 'must have at least 32 characters' })
    .refine((text) => new Set(text).size >= 8, { error: 'is easily guessed; openssl rand -hex 32 makes one' })
    .optional(),
})

/** Throws: ConfigError that names every bad or missing variable. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  // The engineer's language is English like the variables; the house's default is that of its people.
  const english = z.locales.en().localeError
  const parsed = environment.safeParse(withoutEmpty(env), { error: english })
  if (!parsed.success)
    throw new ConfigError(parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('\n'))
  const given = parsed.data
  const production = given.NODE_ENV === 'production'
  if (production) assertProductionReady(given)
  const dataDir = resolve(given.DATA_DIR ?? 'var')
  const publicUrl = (given.PUBLIC_URL ?? `http://${given.HOST}:${given.PORT}`).replace(/\/$/, '')
  return {
    production,
    dataDir,
    dataDirIsExplicit: given.DATA_DIR !== undefined,
    host: given.HOST,
    port: given.PORT,
    databaseUrl: given.DATABASE_URL,
    storage: storageFor(given.STORAGE_URL),
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM ?? `no-reply@${new URL(publicUrl).hostname}`,
    auditMail: given.AUDIT_MAIL,
    publicUrl,
    singleSignOn: singleSignOnOf(given),
    secretKey: given.SECRET_KEY ?? '',
    worksJobs: given.JOBS === 'on',
    trustedProxies: given.TRUSTED_PROXIES.split(','),
  }
}

/** In production nothing that protects people has a default. */
function assertProductionReady({ SECRET_KEY, PUBLIC_URL }: z.infer<typeof environment>) {
  const missing: string[] = []
  if (!SECRET_KEY)
    missing.push('SECRET_KEY: is required when NODE_ENV=production (openssl rand -hex 32 makes one)')
  if (!PUBLIC_URL)
    missing.push('PUBLIC_URL: is required when NODE_ENV=production (the address that citizens see)')
  if (missing.length) throw new ConfigError(missing.join('\n'))
}

function singleSignOnOf(given: z.infer<typeof environment>) {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = given
  if (!issuer && !clientId && !clientSecret) return undefined
  if (!issuer || !clientId || !clientSecret)
    throw new ConfigError('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET: give all three or none')
  return { issuer, clientId, clientSecret }
}

/** Outside production a random key is made once and kept beside the data, readable by its owner only. */
export function withSecretKey(config: Config): Config {
  if (config.secretKey) return config
  const file = join(config.dataDir, 'secret-key')
  if (!existsSync(file)) {
    mkdirSync(config.dataDir, { recursive: true })
    writeOnce(file, randomBytes(32).toString('hex'))
  }
  return { ...config, secretKey: readFileSync(file, 'utf8') }
}

/** A server and a worker may start in the same moment: the first one's key counts. */
function writeOnce(file: string, text: string) {
  try {
    writeFileSync(file, text, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

const withoutEmpty = (env: NodeJS.ProcessEnv) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))

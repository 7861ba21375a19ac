import { mkdtempSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ConfigError, readConfig, withSecretKey } from './index.ts'

const good = {
  DATA_DIR: '/srv/data',
  HOST: '0.0.0.0',
  PORT: '9000',
  DATABASE_URL: 'postgresql://u:p@db/gongkai',
  STORAGE_URL: 's3://KEY:se%2Fcret@store:9000/bucket/agency?region=cn-north-1&tls=off',
  SMTP_URL: 'smtps://u:p@mail:465',
  MAIL_FROM: '某某局 <no-reply@example.gov.cn>',
  AUDIT_MAIL: 'audit@example.gov.cn',
  PUBLIC_URL: 'https://czj.example.gov.cn/',
  OIDC_ISSUER: 'https://id.example.gov.cn',
  OIDC_CLIENT_ID: 'gongkai',
  OIDC_CLIENT_SECRET: 'secret',
  SECRET_KEY: '0123456789abcdef0123456789abcdef',
  JOBS: 'off',
  LOG_LEVEL: 'debug',
  TRUSTED_PROXIES: '10.0.0.0/8,192.168.1.1',
  NODE_ENV: 'production',
}

it('reads every variable', () => {
  expect(readConfig(good)).toEqual({
    production: true,
    dataDir: '/srv/data',
    dataDirIsExplicit: true,
    host: '0.0.0.0',
    port: 9000,
    databaseUrl: good.DATABASE_URL,
    storage: {
      kind: 's3',
      endpoint: 'http://store:9000',
      region: 'cn-north-1',
      bucket: 'bucket',
      prefix: 'agency',
      accessKey: 'KEY',
      secretKey: 'se/cret',
      pathStyle: true,
    },
    smtpUrl: good.SMTP_URL,
    mailFrom: good.MAIL_FROM,
    auditMail: good.AUDIT_MAIL,
    publicUrl: 'https://czj.example.gov.cn',
    singleSignOn: { issuer: good.OIDC_ISSUER, clientId: 'gongkai', clientSecret: 'secret' },
    secretKey: good.SECRET_KEY,
    worksJobs: false,
    trustedProxies: ['10.0.0.0/8', '192.168.1.1'],
  })
})

describe('a bad value is named', () => {
  it.each<[string, string]>([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['DATABASE_URL', 'mysql://db/gongkai'],
    ['DATABASE_URL', 'db'],
    ['STORAGE_URL', 'ftp://host/folder'],
    ['STORAGE_URL', 'file://host/folder'],
    ['STORAGE_URL', 'file:///'],
    ['STORAGE_URL', 's3://store/bucket'],
    ['STORAGE_URL', 's3://KEY:SECRET@store'],
    ['STORAGE_URL', 's3://KEY:SECRET@store/bucket?regoin=x'],
    ['SMTP_URL', 'mail.example.gov.cn'],
    ['SMTP_URL', 'smtp://'],
    ['MAIL_FROM', 'nobody'],
    ['MAIL_FROM', 'a@b <c@d>\r\nBcc: e@f'],
    ['AUDIT_MAIL', 'nobody'],
    ['PUBLIC_URL', 'czj.example.gov.cn'],
    ['OIDC_ISSUER', 'id'],
    ['OIDC_CLIENT_SECRET', ''],
    ['SECRET_KEY', 'short'],
    ['SECRET_KEY', 'a'.repeat(64)],
    ['JOBS', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['TRUSTED_PROXIES', 'a b'],
  ])('%s=%s', (name, value) => {
    const read = () => readConfig({ ...good, [name]: value })
    expect(read).toThrow(ConfigError)
    expect(read).toThrow(name)
  })

  it('all of them at once', () => {
    expect(() => readConfig({ PORT: 'x', SMTP_URL: 'y', JOBS: 'z' })).toThrow(
      /PORT[\s\S]*SMTP_URL[\s\S]*JOBS/,
    )
  })
})

describe('what is missing', () => {
  it('has a default outside production, and an empty value is none', () => {
    const config = readConfig({ PORT: '', SECRET_KEY: '' })
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'http://127.0.0.1:8080',
      worksJobs: true,
    })
    expect(config).toMatchObject({ storage: { kind: 'folder' }, smtpUrl: undefined, singleSignOn: undefined })
    expect(config.mailFrom).toBe('no-reply@127.0.0.1')
  })

  it('protects nobody in production: each is asked for', () => {
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(/SECRET_KEY[\s\S]*PUBLIC_URL/)
  })

  it('as a key is made once, for the program’s own user', () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'gongkai-config-'))
    const [first, second] = [withSecretKey(readConfig({ DATA_DIR })), withSecretKey(readConfig({ DATA_DIR }))]
    expect(first.secretKey).toMatch(/^[0-9a-f]{64}$/)
    expect(second.secretKey).toBe(first.secretKey)
    expect(statSync(join(DATA_DIR, 'secret-key')).mode & 0o077).toBe(0)
  })
})

it('docs/operations.md explains every variable', () => {
  const page = readFileSync('docs/operations.md', 'utf8')
  expect(Object.keys(good).filter((name) => !page.includes(`\`${name}\``))).toEqual([])
})

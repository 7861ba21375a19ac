import { isAbsolute } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigError } from './config-error.ts'

export type S3Address = {
  kind: 's3'
  endpoint: string
  region: string
  bucket: string
  /** Before each key; '' for none. */
  prefix: string
  accessKey: string
  secretKey: string
  /** `host/bucket/key` instead of `bucket.host/key`. */
  pathStyle: boolean
}

const options = ['region', 'tls', 'style']

/** `path` undefined: in the data folder. */
export type StoragePlace = { kind: 'folder'; path?: string } | S3Address

/**
 * `file:///folder`, or `s3://KEY:SECRET@host:port/bucket/prefix?region=…&tls=off&style=host`.
 * Throws: ConfigError.
 */
export function storageFor(url: string | undefined): StoragePlace {
  if (!url) return { kind: 'folder' }
  return new URL(url).protocol === 's3:' ? s3Address(new URL(url)) : { kind: 'folder', path: folderOf(url) }
}

function folderOf(url: string): string {
  const { host } = new URL(url)
  if (host) throw new ConfigError('STORAGE_URL: a folder is written with three slashes, file:///srv/files')
  const path = fileURLToPath(url)
  if (!isAbsolute(path) || path === '/')
    throw new ConfigError('STORAGE_URL: must name a folder, file:///srv/files')
  return path
}

function s3Address(url: URL): S3Address {
  const [bucket = '', ...prefix] = url.pathname.split('/').filter(Boolean).map(decodeURIComponent)
  const unknown = [...url.searchParams.keys()].find((key) => !options.includes(key))
  if (unknown) throw new ConfigError(`STORAGE_URL: ${unknown} is no option; use ${options.join(', ')}`)
  if (!url.host || !bucket || !url.username || !url.password)
    throw new ConfigError('STORAGE_URL: write s3://KEY:SECRET@host:port/bucket?region=…')
  const scheme = url.searchParams.get('tls') === 'off' ? 'http' : 'https'
  return {
    kind: 's3',
    endpoint: `${scheme}://${url.host}`,
    region: url.searchParams.get('region') ?? 'us-east-1',
    bucket,
    prefix: prefix.join('/'),
    accessKey: decodeURIComponent(url.username),
    secretKey: decodeURIComponent(url.password),
    pathStyle: url.searchParams.get('style') !== 'host',
  }
}

import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { S3Driver } from 'flydrive/drivers/s3'
import type { S3Address } from '#platform/config'
import { refuse } from '../refusals.ts'
import type { Storage } from './index.ts'

const keysPerPage = 1000

/** Bytes by key in a bucket of an S3-compatible store. One object is one PUT: it is there whole or not at all. */
export function s3Bucket(address: S3Address): Storage {
  const client = new S3Client({
    endpoint: address.endpoint,
    region: address.region,
    forcePathStyle: address.pathStyle,
    credentials: { accessKeyId: address.accessKey, secretAccessKey: address.secretKey },
    // Unit: milliseconds.
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000 },
    // Domestic stores do not know the checksum trailers that the client adds by itself.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  const { bucket } = address
  const driver = new S3Driver({ client, bucket, visibility: 'private', supportsACL: false })
  const prefix = address.prefix ? `${address.prefix}/` : ''
  return {
    put: (key, content) =>
      answering(
        'bytes' in content
          ? driver.put(prefix + key, content.bytes)
          : driver.putStream(prefix + key, createReadStream(content.path), {
              contentLength: content.sizeBytes,
            }),
      ),
    open: (key, range) =>
      answering(
        // The driver knows no ranges; its client does.
        client
          .send(
            new GetObjectCommand({
              Bucket: bucket,
              Key: prefix + key,
              ...(range ? { Range: `bytes=${range.from}-${range.to}` } : {}),
            }),
          )
          .then(({ Body }) => Body as Readable)
          .catch(missingIsUndefined),
      ),
    remove: (key) => answering(driver.delete(prefix + key)),
    list: () => keysIn(driver, prefix),
    removeUnfinished: async () => 0,
  }
}

async function* keysIn(driver: S3Driver, prefix: string): AsyncGenerator<string> {
  let paginationToken: string | undefined
  do {
    const options = {
      recursive: true,
      maxResults: keysPerPage,
      ...(paginationToken ? { paginationToken } : {}),
    }
    const page = await answering(driver.listAll(prefix || '/', options))
    for (const object of page.objects) if (object.isFile) yield object.key.slice(prefix.length)
    paginationToken = page.paginationToken
  } while (paginationToken)
}

function missingIsUndefined(error: { name?: string }): undefined {
  if (error.name !== 'NoSuchKey' && error.name !== 'NotFound') throw error
}

/** A store that does not answer is an outage, not a bug. Throws: Refusal storage_away. */
async function answering<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { code, name, $metadata } = error as Fault
    const status = $metadata?.httpStatusCode
    if ((code && networkFaults.has(code)) || name === 'TimeoutError' || (status && status >= 500))
      throw refuse('storage_away')
    throw error
  }
}
type Fault = { code?: string; name?: string; $metadata?: { httpStatusCode?: number } }
const networkFaults = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'ETIMEDOUT', 'EPIPE'])

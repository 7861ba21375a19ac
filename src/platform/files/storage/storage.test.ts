import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { storageFor } from '#platform/config'
import { s3Peer } from '../../../../test/s3-peer.ts'
import { inMemory } from '../content.ts'
import { receive, removeAbandoned } from '../receive.ts'
import { type Storage, storageOf } from './index.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'gongkai-storage-'))
const at = (url: string) => storageOf({ storage: storageFor(url), dataDir: '/unused' })
const open = async (storage: Storage, ...args: Parameters<Storage['open']>) => {
  const stream = await storage.open(...args)
  return stream && (await text(stream))
}

describe.each<[string, () => Promise<Storage>]>([
  ['a folder', async () => at(`file://${folder()}`)],
  ['a bucket', async () => at((await s3Peer()).url())],
])('%s', (_, make) => {
  it('keeps, gives back whole and in parts, lists page after page, and removes', async () => {
    const storage = await make()
    const received = await receive(folder(), Readable.from([Buffer.from('从磁盘'), Buffer.from('来的')]), 100)
    await storage.put('plain/aa/1', inMemory(Buffer.from('0123456789')))
    await storage.put('plain/bb/2', received)
    await storage.put('sealed/cc/3', inMemory(Buffer.from('x')))
    expect(await open(storage, 'plain/aa/1')).toBe('0123456789')
    expect(await open(storage, 'plain/aa/1', { from: 2, to: 4 })).toBe('234')
    expect(await open(storage, 'plain/bb/2')).toBe('从磁盘来的')
    expect(await open(storage, 'plain/aa/9')).toBeUndefined()
    const keys: string[] = []
    for await (const key of storage.list()) keys.push(key)
    expect(keys).toEqual(['plain/aa/1', 'plain/bb/2', 'sealed/cc/3'])
    await storage.remove('plain/bb/2')
    await storage.remove('plain/bb/2')
    expect(await open(storage, 'plain/bb/2')).toBeUndefined()
  })
})

describe('a bucket', () => {
  it('is asked for the part only, under its prefix, signed', async () => {
    const peer = await s3Peer()
    const storage = at(peer.url())
    await storage.put('plain/aa/1', inMemory(Buffer.from('0123456789')))
    await open(storage, 'plain/aa/1', { from: 0, to: 3 })
    expect(peer.requests).toEqual([
      'PUT /bucket/agency/plain/aa/1',
      'GET /bucket/agency/plain/aa/1 bytes=0-3',
    ])
  })

  it('that refuses the key is a fault of the set-up, not a missing file', async () => {
    const peer = await s3Peer()
    await expect(at(peer.url('wrong')).open('plain/aa/1')).rejects.toMatchObject({
      name: 'SignatureDoesNotMatch',
    })
  })

  it('that does not answer is storage_away', async () => {
    const peer = await s3Peer()
    await peer.close()
    await expect(at(peer.url()).open('plain/aa/1')).rejects.toMatchObject({ code: 'storage_away' })
  })
})

it('half-written files of a killed process go after a day, fresh ones stay', async () => {
  const [files, receiving] = [folder(), folder()]
  for (const name of ['old.part', 'new.part', 'kept']) writeFileSync(join(files, name), 'x')
  for (const name of ['old', 'new']) writeFileSync(join(receiving, name), 'x')
  const longAgo = new Date('2018-01-01')
  for (const path of [join(files, 'old.part'), join(files, 'kept'), join(receiving, 'old')])
    utimesSync(path, longAgo, longAgo)
  const before = new Date(Date.now() - 86_400_000)
  expect(await at(`file://${files}`).removeUnfinished(before)).toBe(1)
  expect(await removeAbandoned(receiving, before)).toBe(1)
  expect(readdirSync(files).sort()).toEqual(['kept', 'new.part'])
  expect(readdirSync(receiving)).toEqual(['new'])
})

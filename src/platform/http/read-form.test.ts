import { beforeAll, expect, it } from 'vitest'
import { testPlatform } from '../../../test/platform.ts'
import { readForm } from './read-form.ts'
import { createServer } from './server.ts'

const limits = { files: 2, limitBytes: 1000 }
let app: Awaited<ReturnType<typeof createServer>>

beforeAll(async () => {
  app = await createServer(await testPlatform())
  app.post('/form', async (request) => {
    const { fields, files } = await readForm(request, limits)
    return { fields, files: files.map(({ bytes, ...file }) => ({ ...file, size: bytes.length })) }
  })
})

async function post(form: FormData) {
  const request = new Request('http://localhost/form', { method: 'POST', body: form })
  const payload = Buffer.from(await request.arrayBuffer())
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  return app.inject({ method: 'POST', url: '/form', payload, headers })
}
const formWith = (files: [string, number][]) => {
  const form = new FormData()
  form.append('name', '张三')
  for (const [name, size] of files) form.append('proof', new File([new Uint8Array(size)], name))
  return form
}

it('reads fields and files; an input without a choice is no file', async () => {
  const answer = (
    await post(
      formWith([
        ['证明.pdf', 12],
        ['', 0],
      ]),
    )
  ).json()
  expect(answer).toEqual({
    fields: { name: '张三' },
    files: [{ field: 'proof', name: '证明.pdf', tooLarge: false, size: 12 }],
  })
})

it('drops a file past the limit and keeps the fields', async () => {
  const answer = (await post(formWith([['大.pdf', 50_000]]))).json()
  expect(answer).toEqual({
    fields: { name: '张三' },
    files: [{ field: 'proof', name: '大.pdf', tooLarge: true, size: 0 }],
  })
})

it('refuses more files than it asked for', async () => {
  expect(
    (
      await post(
        formWith([
          ['一.pdf', 1],
          ['二.pdf', 1],
          ['三.pdf', 1],
        ]),
      )
    ).statusCode,
  ).toBe(413)
})

it('reads a form without files', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await app.inject({
    method: 'POST',
    url: '/form',
    headers,
    payload: 'name=%E5%BC%A0&list=1&list=2',
  })
  expect(answer.json()).toEqual({ fields: { name: '张' }, files: [] })
})

import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** The least that Node can do: one page with its headers, nothing looked at. Arguments: folder with page.html and headers.json. */
const folder = process.argv[2]
const body = readFileSync(`${folder}/files/page.html`)
const headers = (JSON.parse(readFileSync(`${folder}/headers.json`, 'utf8')) as [string, string][]).flat()
headers.push('content-length', String(body.length))
const server = createServer((_request, response) => void response.writeHead(200, headers).end(body))
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready ${(server.address() as { port: number }).port}\n`)
})

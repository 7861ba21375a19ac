import type { AddressInfo } from 'node:net'
import type { Config } from '#platform/config'
import type { App } from '#platform/http'

export class PortTaken extends Error {}

/** Takes the configured address and answers it as a URL. Throws: PortTaken, with what to do. */
export async function listen(app: App, { host, port }: Config): Promise<string> {
  try {
    await app.listen({ host, port })
  } catch (error) {
    await app.close()
    throw reasonOf(error as NodeJS.ErrnoException, `${host}:${port}`)
  }
  return `http://${host}:${(app.server.address() as AddressInfo).port}`
}

function reasonOf(error: NodeJS.ErrnoException, address: string): Error {
  if (error.code === 'EADDRINUSE')
    return new PortTaken(`${address} is taken by another program; stop it or set PORT to a free port`)
  if (error.code === 'EACCES')
    return new PortTaken(`${address} may not be used by this account; set PORT to 1024 or above`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new PortTaken(`${address} is no address of this machine; set HOST to one that is`)
  return error
}

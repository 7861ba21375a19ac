import { uploadState } from './upload-state.ts'

/** Sends a form as fetch would, and shows how far it has come; fetch cannot tell. Undefined: the server cannot be reached. */
export function sendFile(
  method: string,
  path: string,
  body: FormData,
  name: string,
): Promise<Response | undefined> {
  const shown = uploadState.begins(name)
  return new Promise<Response | undefined>((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.onprogress = ({ loaded, total }) => shown.reached(loaded, total)
    request.onload = () => resolve(responseOf(request))
    request.onerror = () => resolve(undefined)
    request.onabort = () => resolve(undefined)
    request.open(method, path)
    request.send(body)
  }).finally(shown.ends)
}

function responseOf(request: XMLHttpRequest): Response {
  const headers = new Headers()
  for (const line of request.getAllResponseHeaders().trim().split(/\r\n/)) {
    const at = line.indexOf(':')
    if (at > 0) headers.append(line.slice(0, at), line.slice(at + 1).trim())
  }
  const empty = request.status === 204 || request.status === 304
  return new Response(empty ? null : request.responseText, { status: request.status, headers })
}

import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join, normalize } from 'node:path'

export const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
}

export type StaticServer = { readonly origin: string; readonly stop: () => Promise<void> }

/** As a proxy does: the request goes on, and the answer comes back, without a change. */
async function passOn(request: IncomingMessage, response: ServerResponse, upstream: string): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const { 'content-type': contentType = 'application/json', authorization = '' } = request.headers
  const answer = await fetch(new URL(request.url ?? '/', upstream), {
    method: request.method ?? 'GET',
    headers: { 'content-type': contentType, authorization },
    ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
  })
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'text/plain' })
  response.end(Buffer.from(await answer.arrayBuffer()))
}

function fileAt(folder: string, { method, url = '/' }: IncomingMessage): string | null {
  const { pathname } = new URL(url, 'http://localhost')
  const path = join(folder, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
  return method === 'GET' && existsSync(path) && statSync(path).isFile() ? path : null
}

/** Hands out files and knows nothing else, as any static host does; before a server it passes on what is no file. */
export async function serveFiles(folder: string, upstream?: string): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = fileAt(folder, request)
    if (path !== null) {
      response.writeHead(200, { 'content-type': contentTypes[extname(path)] ?? 'application/octet-stream' })
      createReadStream(path).pipe(response)
    } else if (upstream !== undefined && request.url?.startsWith('/assets/') === false) {
      void passOn(request, response, upstream)
    } else {
      response.writeHead(404).end('Not found')
    }
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, 'localhost', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    origin: `http://localhost:${port}`,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

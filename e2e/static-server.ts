import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
}

export type StaticServer = { readonly origin: string; readonly stop: () => Promise<void> }

/** Hands out files and knows nothing else, as any static host does. */
export async function serveFiles(folder: string): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const path = join(folder, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
    if (request.method !== 'GET' || !existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end('Not found')
      return
    }
    response.writeHead(200, { 'content-type': contentTypes[extname(path)] ?? 'application/octet-stream' })
    createReadStream(path).pipe(response)
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

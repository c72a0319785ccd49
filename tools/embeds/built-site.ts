import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { contentTypes } from '#e2e/static-server.ts'
import type { Site } from './sites.ts'
import { documentedPolicy } from './snippets.ts'

/** The address is known before the site is built, because the wizard must list it and the site must name the wizard. */
export async function serveBuilt(site: Site, folder: string) {
  mkdirSync(folder, { recursive: true })
  let policy: string | null = null
  const server = createServer(({ url = '/' }, response) => {
    const { pathname } = new URL(url, 'http://localhost')
    const path = join(folder, site.output, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname))
    // Browsers ask for it on their own, and the sites have none.
    if (pathname === '/favicon.ico') {
      response.writeHead(204).end()
      return
    }
    if (!existsSync(path) || !statSync(path).isFile()) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, {
      'content-type': contentTypes[extname(path)] ?? 'application/octet-stream',
      ...(policy === null ? {} : { 'content-security-policy': policy }),
    })
    createReadStream(path).pipe(response)
  })
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : 0)
    })
  })
  return {
    site,
    folder,
    origin: `http://127.0.0.1:${port}`,
    sendPolicy: (wizard: string) => {
      policy = documentedPolicy(site.heading, wizard)
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

export type Served = Awaited<ReturnType<typeof serveBuilt>>

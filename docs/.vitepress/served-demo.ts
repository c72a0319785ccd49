import { createReadStream, existsSync, statSync } from 'node:fs'
import { extname, join, normalize } from 'node:path'
import type { Plugin } from 'vitepress'

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
}

/** While the pages are written: the wizard under the address that it has on the built site. */
export function servedDemo(folder: string, path: string): Plugin {
  return {
    name: 'served-demo',
    configureServer: ({ middlewares }) => {
      middlewares.use(path, (request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost')
        const file = join(folder, normalize(pathname === '/' ? '/index.html' : pathname))
        if (!existsSync(file) || !statSync(file).isFile()) return next()
        response.setHeader('Content-Type', contentTypes[extname(file)] ?? 'application/octet-stream')
        createReadStream(file).pipe(response)
      })
    },
  }
}

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import { gzipSync } from 'node:zlib'
import { percentDecoded } from '#core/text/strings.ts'

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.yaml': 'text/yaml; charset=utf-8',
}

const alreadyCompressed = new Set(['.png', '.woff2', '.ico'])
const smallestWorthCompressing = 1024

type StaticFile = {
  readonly plain: Uint8Array<ArrayBuffer>
  readonly gzip: () => Uint8Array<ArrayBuffer> | null
  readonly headers: Readonly<Record<string, string>>
  readonly etag: () => string
}

/** Names in `assets` and `embed` contain a hash of the content, so these files never change. */
const cacheControl = (path: string): string => (/^\/(assets|embed)\//.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')

function gzipOnce(plain: Uint8Array, extension: string): StaticFile['gzip'] {
  let compressed: Uint8Array<ArrayBuffer> | null = null
  if (plain.length < smallestWorthCompressing || alreadyCompressed.has(extension)) return () => null
  return () => {
    compressed ??= Uint8Array.from(gzipSync(plain, { level: 9 }))
    return compressed
  }
}

function etagOnce(plain: Uint8Array): StaticFile['etag'] {
  let etag: string | null = null
  return () => {
    etag ??= `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
    return etag
  }
}

/** Hashes and compresses at the first request, because doing so for all files would make a start noticeably longer. */
function staticFile(path: string, plain: Uint8Array<ArrayBuffer>): StaticFile {
  const extension = extname(path)
  return {
    plain,
    gzip: gzipOnce(plain, extension),
    etag: etagOnce(plain),
    headers: {
      'Content-Type': contentTypes[extension] ?? 'application/octet-stream',
      'Cache-Control': cacheControl(path),
      Vary: 'Accept-Encoding',
    },
  }
}

function filesIn(folder: string): ReadonlyMap<string, StaticFile> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    paths.map((path) => {
      const address = `/${relative(folder, path).split(sep).join('/')}`
      return [address, staticFile(address, readFileSync(path))]
    }),
  )
}

/** Compares weakly, because a proxy can have compressed the file. https://www.rfc-editor.org/rfc/rfc9110#name-if-none-match */
function isUnchanged(request: Request, etag: string): boolean {
  const known = (request.headers.get('If-None-Match') ?? '').split(',').map((entry) => entry.trim().replace(/^W\//, ''))
  return known.includes(etag)
}

function takesGzip(request: Request): boolean {
  return /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[\d.]+\s*)?(?:,|$)/i.test(request.headers.get('Accept-Encoding') ?? '')
}

function answer(request: Request, { plain, gzip, headers, etag: etagOf }: StaticFile): Response {
  const etag = etagOf()
  if (isUnchanged(request, etag)) return new Response(null, { status: 304, headers: { ...headers, ETag: etag } })
  const compressed = takesGzip(request) ? gzip() : null
  const body = compressed ?? plain
  return new Response(request.method === 'HEAD' ? null : body, {
    headers: {
      ...headers,
      ETag: etag,
      'Content-Length': String(body.length),
      ...(compressed === null ? {} : { 'Content-Encoding': 'gzip' }),
    },
  })
}

function decodedPath(request: Request): string {
  const { pathname } = new URL(request.url)
  return percentDecoded(pathname) ?? pathname
}

const pagePath = '/index.html'

/** Made once for each language. */
function pageFiles(page: PageInLanguages): (request: Request) => StaticFile {
  const files = new Map([...page.inLanguages].map(([language, html]) => [language, staticFile(pagePath, Buffer.from(html))]))
  return (request) => {
    const file = files.get(page.languageOf(request))
    if (file === undefined) throw new Error('There is no page in the language that was chosen')
    return { ...file, headers: { ...file.headers, Vary: 'Accept-Encoding, Accept-Language' } }
  }
}

export type PageInLanguages = {
  readonly inLanguages: ReadonlyMap<string, string>
  /** One of those. */
  readonly languageOf: (request: Request) => string
}

/** Serves the built client, which is read once, so that no other file can be requested. `page` replaces the built page. */
export function staticFiles(folder: string, page: PageInLanguages): (request: Request) => Promise<Response | null> {
  const files = filesIn(folder)
  const pageFor = pageFiles(page)
  return async (request) => {
    const path = decodedPath(request)
    const address = path.endsWith('/') ? `${path}index.html` : path
    const file = address === pagePath ? pageFor(request) : files.get(address)
    return file === undefined ? null : answer(request, file)
  }
}

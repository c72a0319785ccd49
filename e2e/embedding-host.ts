import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createServer as createTcpServer, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SignJWT } from 'jose'
import * as z from 'zod/mini'
import demoVendor from '#public/vendor.json' with { type: 'json' }

type HostPage = { readonly html: string; readonly headers?: Readonly<Record<string, string>> }
export type Host = { readonly origin: string; readonly serve: (page: HostPage) => string; readonly stop: () => void }

/** Tells the test what the element said and what the windows sent. */
const recorder = `
window.happened = []
window.received = []
for (const name of ['ready', 'step', 'verified', 'error'])
  document.addEventListener('rolebridge:' + name, (event) => window.happened.push({ name, id: event.target.id, ...event.detail }))
window.addEventListener('message', (event) => window.received.push(event.data))
`

const Listening = z.object({ port: z.number() })

/** Somebody else's site: one page an address. On `localhost` it is of the same site as the wizard, whose frame then has storage. */
export async function startHost(name: '127.0.0.1' | 'localhost' = '127.0.0.1'): Promise<Host> {
  const pages = new Map<string, HostPage>([
    ['/recorder.js', { html: recorder, headers: { 'Content-Type': 'text/javascript' } }],
    ['/favicon.ico', { html: '' }],
  ])
  const server = createServer((request, response) => {
    const page = pages.get(request.url ?? '')
    response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8', ...page?.headers })
    response.end(page?.html)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = Listening.parse(server.address())
  const origin = `http://${name}:${port}`
  return {
    origin,
    serve: (page) => {
      const path = `/${pages.size}`
      pages.set(path, {
        ...page,
        html: `<!doctype html><meta charset="utf-8"><title>Host</title><script src="/recorder.js"></script>${page.html}`,
      })
      return origin + path
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const launchSecret = 'a-secret-of-the-vendor-and-of-nobody-else'

export type EmbeddedWizard = { readonly origin: string; readonly stop: () => void }

type WizardOptions = {
  readonly anonymous?: 'allowed' | 'denied'
  readonly returnOrigins?: readonly string[]
  /** In addition to the role of the demo’s config. */
  readonly role?: Readonly<Record<string, unknown>>
  /** In addition to the rest of it. */
  readonly config?: Readonly<Record<string, unknown>>
}

let count = 0

/** The launch token that the vendor's back end signs for this server, with an ID of its own. */
export function launchTokenFor(
  { origin }: Pick<EmbeddedWizard, 'origin'>,
  change: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const now = Math.floor(Date.now() / 1000)
  count += 1
  const claims = { sub: 'acme', name: 'Acme Inc.', aud: origin, iat: now, exp: now + 300, jti: `${process.pid}-${now}-${count}`, ...change }
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(launchSecret))
}

/** The wizard over a network that takes so long for each connection. */
export async function startSlowWizard({ origin }: EmbeddedWizard, ms: number): Promise<EmbeddedWizard> {
  const { port } = new URL(origin)
  const sockets = new Set<Socket>()
  const proxy = createTcpServer((socket) => {
    const server = new Socket()
    for (const each of [socket, server]) sockets.add(each.on('error', () => each.destroy()))
    setTimeout(() => {
      server.connect(Number(port), 'localhost')
      socket.pipe(server).pipe(socket)
    }, ms)
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const stop = () => {
    for (const socket of sockets) socket.destroy()
    proxy.close()
  }
  return { origin: `http://localhost:${Listening.parse(proxy.address()).port}`, stop }
}

/** A server of its own with a launch secret, whose vendor lets these origins embed the wizard. */
export async function startWizard(
  allowedOrigins: readonly string[],
  { anonymous = 'allowed', returnOrigins = [], role = {}, config = {} }: WizardOptions = {},
): Promise<EmbeddedWizard> {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-embed-'))
  const vendorPath = join(folder, 'vendor.json')
  writeFileSync(
    vendorPath,
    JSON.stringify({ ...demoVendor, ...config, role: { ...demoVendor.role, ...role }, returnOrigins, embed: { allowedOrigins } }),
  )
  const server = spawn(process.execPath, [join(import.meta.dirname, '../dist/server/main.js')], {
    env: {
      ...process.env,
      PORT: '0',
      ROLEBRIDGE_DATA: join(folder, 'data'),
      ROLEBRIDGE_VENDOR: vendorPath,
      ROLEBRIDGE_LAUNCH_SECRET: launchSecret,
      ROLEBRIDGE_ANONYMOUS: anonymous,
      ROLEBRIDGE_SIMULATOR_DELAY_MS: '600',
      ROLEBRIDGE_PATIENCE_MS: '6000',
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const origin = await new Promise<string>((resolve, reject) => {
    let said = ''
    server.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [, address] = /Rolebridge: (http:\/\/localhost:\d+)/.exec(said) ?? []
      if (address !== undefined) resolve(address)
    })
    server.on('exit', () => reject(new Error(`The server did not start: ${said}`)))
  })
  return { origin, stop: () => server.kill() }
}

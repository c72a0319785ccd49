import { createServer, connect as openSocket, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, onTestFinished } from 'vitest'
import { type Engine, isPostgresInstalled, startPostgres } from '#tools/engines.ts'
import { connect, inTransaction, migrate } from './database.ts'

/** A PostgreSQL with its tables for all tests of the file, where it is installed. Returns how to get its URL in a test. */
export function migratedPostgres(): () => string {
  // Engines and deadlines take longer on a busy machine.
  let engine: Engine | null = null

  beforeAll(async () => {
    if (!isPostgresInstalled()) return
    engine = await startPostgres()
    const sql = connect(engine.url)
    await inTransaction(sql, migrate)
    await sql.end()
  }, 60_000)

  afterAll(() => engine?.stop())

  return () => engine?.url ?? ''
}

export async function listening(server: Server, port = 0): Promise<number> {
  await new Promise<void>((resume) => server.listen(port, '127.0.0.1', resume))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('There is no port')
  return address.port
}

/** A TCP server between the app and PostgreSQL, which can end, and whose connections can fall silent without being closed. */
export async function inBetween(url: string) {
  const { port, hostname } = new URL(url)
  const sockets: Socket[] = []
  const server = createServer((near) => {
    const far = openSocket(Number(port), hostname)
    sockets.push(near, far)
    for (const socket of [near, far]) socket.on('error', () => {})
    near.pipe(far).pipe(near)
    // A pipe ends the other side only after a regular end, not after a reset.
    near.on('close', () => far.end())
    far.on('close', () => near.end())
  })
  const own = await listening(server)
  const end = () => {
    for (const socket of sockets) socket.destroy()
    return new Promise<void>((resume) => server.close(() => resume()))
  }
  onTestFinished(end)
  const silence = () => {
    for (const socket of sockets) socket.unpipe().pause()
  }
  return { url: url.replace(`:${port}/`, `:${own}/`), silence, end, begin: () => listening(server, own) }
}

import { createServer } from 'node:net'

export const say = (text: string) => process.stdout.write(`${text}\n`)

export async function until(attempt: () => Promise<boolean>, what: string): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await new Promise((resume) => setTimeout(resume, 200)))
    if (await attempt().catch(() => false)) return
  throw new Error(`${what}: not within a minute`)
}

export const isReady = (url: string): Promise<void> => until(async () => (await fetch(`${url}/readyz`)).ok, `${url}/readyz`)

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume))
  const address = server.address()
  await new Promise((resume) => server.close(resume))
  if (address === null || typeof address === 'string') throw new Error('There is no free port')
  return address.port
}

/** Stricter than the documented commands. `--read-only-tmpfs=false`: podman alone would make /tmp writable. */
export const strict = [
  ...['--runtime', 'runc', '--network', 'host', '--read-only-tmpfs=false'],
  ...['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=1024:1024'],
]

export const variables = (environment: Readonly<Record<string, string>>) =>
  Object.entries(environment).flatMap(([key, value]) => ['--env', `${key}=${value}`])

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type InstalledServer = {
  readonly origin: string
  readonly simulator: string
  /** Until the first page was there. */
  readonly startMs: number
  readonly stop: () => Promise<void>
}

const pageAt = async (origin: string): Promise<string> => {
  const response = await fetch(origin)
  if (response.status !== 200) throw new Error(`The page has status ${response.status}`)
  return response.text()
}

/** The installed program, as `npx rolebridge` runs it. */
export async function startInstalled(folder: string, vendorSecret: string): Promise<InstalledServer> {
  const { PATH = '', HOME = '' } = process.env
  const env = {
    PATH,
    HOME,
    PORT: '0',
    ROLEBRIDGE_SIMULATOR_PORT: '0',
    ROLEBRIDGE_SIMULATOR_DELAY_MS: '200',
    ROLEBRIDGE_VENDOR_SECRET: vendorSecret,
  }
  const started = performance.now()
  // Not npx itself, which passes no signal on.
  const child = spawn(join(folder, 'node_modules/.bin/rolebridge'), [], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  for await (const data of child.stdout) {
    output += data
    if (output.includes('aws sts get-caller-identity')) break
  }
  const origin = /Rolebridge: (\S+)/.exec(output)?.[1] ?? ''
  const simulator = /AWS: simulated, on (\S+)/.exec(output)?.[1] ?? ''
  const page = await pageAt(origin)
  const startMs = performance.now() - started
  if (!page.includes('<form')) throw new Error('The page has no first screen')
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit')
    child.kill('SIGINT')
    await ended
  }
  return { origin, simulator, startMs, stop }
}

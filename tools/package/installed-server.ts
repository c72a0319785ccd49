import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export type InstalledServer = {
  readonly origin: string
  readonly simulator: string
  /** Until the first page was there. */
  readonly startMs: number
  /** Time of the processor until then. Null where the system does not say it. */
  readonly processorMs: number | null
  readonly stop: () => Promise<void>
}

/** In ticks of 10 ms. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function processorMs(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
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
  const ofProcessor = processorMs(child.pid)
  if (!page.includes('<form')) throw new Error('The page has no first screen')
  const stop = async (): Promise<void> => {
    const ended = once(child, 'exit')
    child.kill('SIGINT')
    await ended
  }
  return { origin, simulator, startMs, processorMs: ofProcessor, stop }
}

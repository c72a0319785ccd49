import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StsCalls } from './sts-endpoint.ts'

type Started = { readonly url: string; readonly stop: () => Promise<void> }

const environmentOfTests = ({ PATH = '', HOME = '' }: NodeJS.ProcessEnv) => ({ PATH, HOME })

/** The first match of the pattern in what a process prints. */
function printed(child: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const read = (data: unknown) => {
      text += String(data)
      const found = pattern.exec(text)?.[1]
      if (found !== undefined) resolve(found)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('close', () => reject(new Error(text)))
  })
}

async function started(script: string, env: Readonly<Record<string, string>>, pattern: RegExp): Promise<Started> {
  const child = spawn(process.execPath, ['--import', 'tsx', script], { env: { ...environmentOfTests(process.env), ...env } })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const stop = async () => {
    process.off('exit', kill)
    kill()
    await ended
  }
  return { url: await printed(child, pattern), stop }
}

export type StsEndpoint = Started & {
  /** Those in the partition `aws`: each partition has its own budget. */
  readonly calls: () => Promise<StsCalls>
}

const isOfOtherPartition = (region: string): boolean => /^(us-gov|cn|eusc)-/.test(region)

/** An STS that denies every role. */
export async function startSts(): Promise<StsEndpoint> {
  const endpoint = await started('tools/sts-endpoint.ts', {}, /(http:\S+)\n/)
  const calls = async () => {
    const all = StsCalls.parse(await (await fetch(`${endpoint.url}/calls`)).json())
    return all.filter(({ region }) => !isOfOtherPartition(region))
  }
  return { ...endpoint, calls }
}

export const newDataFolder = (): string => mkdtempSync(join(tmpdir(), 'rolebridge-'))

/** Copies of the server as processes of their own over one registry and one AWS. Without `dataFolder`, each has its own. */
export async function startCopies(
  count: number,
  sts: string,
  { dataFolder, ...environment }: { readonly dataFolder?: string } & Readonly<Record<string, string>>,
) {
  const folders = Array.from({ length: count }, () => dataFolder ?? newDataFolder())
  const shared = {
    HOST: '127.0.0.1',
    PORT: '0',
    LOG_LEVEL: 'error',
    AWS_ENDPOINT_URL: sts,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'any',
    AWS_SECRET_ACCESS_KEY: 'any',
    AWS_EC2_METADATA_DISABLED: 'true',
    ROLEBRIDGE_AWS: 'live',
    ROLEBRIDGE_STS_ENDPOINT_ALLOWED: sts,
    ROLEBRIDGE_VENDOR: 'public/vendor.json',
    ROLEBRIDGE_SESSION_SECRET: 'a secret of at least 32 characters.',
    ...environment,
  }
  const copies = await Promise.all(
    folders.map((folder) => started('src/server/main.ts', { ...shared, ROLEBRIDGE_DATA: folder }, /Rolebridge: (http:\S+)\n/)),
  )
  const stop = async () => {
    await Promise.all(copies.map((copy) => copy.stop()))
    for (const folder of new Set(folders)) rmSync(folder, { recursive: true, force: true })
  }
  return { urls: copies.map(({ url }) => url), stop }
}

/** The most calls in any second, as a window that slides. */
export function mostInASecond(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other)
  let most = 0
  let first = 0
  for (const [index, time] of sorted.entries()) {
    while (time - (sorted[first] ?? time) >= 1000) first += 1
    most = Math.max(most, index - first + 1)
  }
  return most
}

export async function post(url: string, path: string, token: string | null, body: unknown = {}): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', ...(token === null ? {} : { Authorization: `Bearer ${token}` }) }
  return fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
}

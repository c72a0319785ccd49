import { fork } from 'node:child_process'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { median, type Table } from './report.ts'

/** So many tenants that none reaches its limit of 180 verifications a minute. */
const tenants = 200
const atOnce = 16
const requestsPerRound = 3000
const warmRounds = 3
const rounds = 7

const Sent = z.object({ path: z.string(), token: z.string() })
const Started = z.object({ port: z.number(), requests: z.array(Sent) })
const Cpu = z.object({ cpu: z.object({ user: z.number(), system: z.number() }) })

async function startServer(kind: 'bare' | 'rolebridge') {
  const child = fork(join(import.meta.dirname, 'verify-server.ts'), [kind, String(tenants)])
  const answer = async (): Promise<unknown> => (await once(child, 'message'))[0]
  const { port, requests } = Started.parse(await answer())
  const cpuMicroseconds = async () => {
    child.send('cpu')
    const { user, system } = Cpu.parse(await answer()).cpu
    return user + system
  }
  return { port, requests, cpuMicroseconds, stop: () => child.kill() }
}

type Server = Awaited<ReturnType<typeof startServer>>

const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
const body = '{}'

function send(port: number, { path, token }: z.infer<typeof Sent>): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Content-Length': body.length }
    const sent = request({ host: '127.0.0.1', port, path, method: 'POST', agent, headers }, (response) => {
      response.resume()
      response.once('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(`Status ${response.statusCode}`))))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

/** A client that sleeps has to be woken for each response, which counts as time of the server, and happens more to the slower one. */
function stayAwake(): () => void {
  let isAwake = true
  const turn = () => void (isAwake && setImmediate(turn))
  turn()
  return () => {
    isAwake = false
  }
}

async function perCpuSecond({ port, requests, cpuMicroseconds }: Server): Promise<number> {
  const before = await cpuMicroseconds()
  const queue = Array.from({ length: requestsPerRound }, (_, index) => requests[index % requests.length])
  const work = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) await send(port, next)
  }
  const sleep = stayAwake()
  await Promise.all(Array.from({ length: atOnce }, work))
  sleep()
  return (requestsPerRound * 1e6) / ((await cpuMicroseconds()) - before)
}

/** Verify requests that are answered from a fresh verdict, with everything that the server does for each, and a bare route. */
export async function verifyRoute(): Promise<Table> {
  const [bare, own] = [await startServer('bare'), await startServer('rolebridge')]
  const results: (readonly [number, number])[] = []
  for (let round = -warmRounds; round < rounds; round++) {
    const result = [await perCpuSecond(bare), await perCpuSecond(own)] as const
    if (round >= 0) results.push(result)
  }
  bare.stop()
  own.stop()
  agent.destroy()
  const perSecond = (index: 0 | 1) => median(results.map((result) => result[index])).toFixed(0)
  return {
    title: 'Verify requests that a fresh verdict answers',
    method: `Requests over HTTP per second of CPU time of the server's process: the median of ${rounds} rounds of ${requestsPerRound}, in turn. The bare Hono route reads the same body and returns the same verdict. Rolebridge also checks token, limits and owner, asks its registry in a file, sets headers, counts and logs.`,
    columns: ['Rolebridge', 'Bare Hono route', 'Ratio'],
    rows: [[perSecond(1), perSecond(0), median(results.map(([one, two]) => two / one)).toFixed(2)]],
  }
}

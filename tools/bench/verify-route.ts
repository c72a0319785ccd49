import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { sendAll } from './keep-alive.ts'
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

type Kind = 'bare' | 'bare-with-headers' | 'rolebridge'

async function startServer(kind: Kind) {
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

const textOf = (port: number, { path, token }: z.infer<typeof Sent>): string =>
  [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${port}`,
    `Authorization: Bearer ${token}`,
    'Content-Type: application/json',
    'Content-Length: 2',
    '',
    '{}',
  ].join('\r\n')

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
  const texts = requests.map((request) => textOf(port, request))
  const queue = Array.from({ length: requestsPerRound }, (_, index) => texts[index % texts.length])
  const sleep = stayAwake()
  const before = await cpuMicroseconds()
  await Promise.all(Array.from({ length: atOnce }, () => sendAll(port, () => queue.pop())))
  const used = (await cpuMicroseconds()) - before
  sleep()
  return (requestsPerRound * 1e6) / used
}

/** Verify requests that are answered from a fresh verdict, with everything that the server does for each, and a bare route. */
export async function verifyRoute(): Promise<Table> {
  const servers = [await startServer('rolebridge'), await startServer('bare-with-headers'), await startServer('bare')]
  const results: (readonly number[])[] = []
  for (let round = -warmRounds; round < rounds; round++) {
    const result: number[] = []
    for (const server of servers) result.push(await perCpuSecond(server))
    if (round >= 0) results.push(result)
  }
  for (const server of servers) server.stop()
  const perSecond = (index: number) => median(results.map((result) => result[index] ?? Number.NaN)).toFixed(0)
  const ratio = (index: number) => median(results.map((result) => (result[0] ?? Number.NaN) / (result[index] ?? Number.NaN))).toFixed(2)
  return {
    title: 'Verify requests that a fresh verdict answers',
    method: `Requests over HTTP per second of CPU time of the server's process: the median of ${rounds} rounds of ${requestsPerRound}, in turn. A bare Hono route reads the same body and returns the same verdict, once with the headers of Rolebridge, so that the responses have the same size, and once with its own. Rolebridge also checks token, limits and owner, asks its registry in a file, counts and logs.`,
    columns: ['Server', 'Requests per CPU second', 'Rolebridge in relation to it'],
    rows: [
      ['Rolebridge', perSecond(0), '1'],
      ['Bare Hono route, responses of the same size', perSecond(1), ratio(1)],
      ['Bare Hono route, own headers', perSecond(2), ratio(2)],
    ],
  }
}

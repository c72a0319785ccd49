import { setTimeout as sleep } from 'node:timers/promises'
import { rolebridgeClient } from 'rolebridge/client'
import { knownConnections } from './connections.ts'
import { processImages } from './images.ts'
import { readSettings } from './settings.ts'
import { tokens } from './tokens.ts'
import { startReceiver } from './webhook.ts'

const settings = readSettings(process.env)
const rolebridge = rolebridgeClient({ origin: settings.origin, token: tokens(settings) })
const connections = knownConnections({ rolebridge, isSimulatorAllowed: settings.isSimulatorAllowed })

const stopped = new AbortController()
/** Ends the pause of the work. */
let news = new AbortController()
/** Ends the pause between two readings of the list. */
let unknown = new AbortController()

/** Names the connection, and never its external ID or credentials. */
const logOf = (connectionId: string) => (message: string) => console.log(`${connectionId}: ${message}`)

/** A fault of one customer is no reason to stop for the others. The connection can be another one than when the pass began. */
async function processConnection(id: string): Promise<void> {
  const log = logOf(id)
  const used = connections.current(id)
  if (used === null) return
  const isUsed = (): boolean => !stopped.signal.aborted && connections.isUsed(used)
  await processImages(used, isUsed, log).catch((error) => log(String(error)))
}

const pause = (signal: AbortSignal) => sleep(settings.passSeconds * 1000, undefined, { signal }).catch(() => {})

async function work(): Promise<void> {
  while (!stopped.signal.aborted) {
    news = new AbortController()
    for (const { connection } of connections.usable()) await processConnection(connection.id)
    await pause(news.signal)
  }
}

let lastUse = ''

function logUse(): void {
  const use = `Uses ${connections.usable().length} of ${connections.count()} connections`
  if (use !== lastUse) console.log(use)
  lastUse = use
}

/** Reads the list at intervals, because an event can be late. At once for a connection that it doesn't know. */
async function followConnections(): Promise<void> {
  while (!stopped.signal.aborted) {
    unknown = new AbortController()
    const failure = await connections.read()
    if (failure !== null) console.error(`Could not read the connections: ${failure}`)
    logUse()
    news.abort()
    await pause(AbortSignal.any([stopped.signal, unknown.signal]))
  }
}

const receiver = startReceiver(settings.port, {
  secret: settings.webhookSecret,
  onConnection: (connection, eventType) => {
    logOf(connection.id)(`Received ${eventType}`)
    if (!connections.keep(connection)) unknown.abort()
    logUse()
    news.abort()
  },
})

function stop(): void {
  stopped.abort()
  news.abort()
  receiver.close()
}

process.once('SIGTERM', stop).once('SIGINT', stop)
await Promise.all([followConnections(), work()])

import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getConnInfo, handle, type LambdaContext, type LambdaEvent } from 'hono/aws-lambda'
import * as z from 'zod/mini'
import { assembleApp, type Platform } from './assembled-app.ts'
import { leaseMs } from './aws/one-at-a-time.ts'
import { checkAllDue } from './aws/scheduled-checks.ts'
import type { Settings } from './config/environment.ts'
import { StartRefusal } from './config/start-refusal.ts'
import { readStart } from './read-start.ts'

/**
 * An event of an EventBridge rule, or of a schedule without an input of its own.
 * https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-scheduler.html
 */
const ScheduledEvent = z.object({ 'detail-type': z.literal('Scheduled Event') })

const isRequest = (event: unknown): event is LambdaEvent => typeof event === 'object' && event !== null && 'requestContext' in event

/** API Gateway, function URLs and load balancers name the client in the event. */
const platform: Platform = { peerAddress: (context) => getConnInfo(context).remote.address, runsInBackground: false }

/** Each instance of a function has files of its own, which are soon gone. */
function refuseStateInFiles({ aws, registryUrl, sessionSecret, receiptKey }: Settings): void {
  const faults = [
    ...(aws === 'live' ? [] : ['ROLEBRIDGE_AWS: must be "live", because a function can’t serve the simulator']),
    ...(registryUrl.startsWith('file:') ? ['ROLEBRIDGE_REGISTRY: must be a store that all instances share, such as dynamodb:TABLE'] : []),
    ...(sessionSecret === null ? ['ROLEBRIDGE_SESSION_SECRET: must be set, because all instances need the same one'] : []),
    ...(receiptKey === null ? ['ROLEBRIDGE_RECEIPT_KEY: must be set, because all instances need the same one'] : []),
  ]
  if (faults.length > 0) throw new StartRefusal(faults)
}

async function assembled() {
  const { settings: given, ...start } = readStart()
  refuseStateInFiles(given)
  // Only this folder can be written.
  const dataFolder = process.env['ROLEBRIDGE_DATA'] || join(tmpdir(), 'rolebridge')
  const settings = { ...given, dataFolder, scheduledChecks: 'off' as const }
  const { app, ...work } = await assembleApp({ ...start, settings, port: () => settings.port, platform })
  return { respond: handle(app), ...work }
}

let instance: ReturnType<typeof assembled> | null = null

/** A start that failed is tried again with the next event. */
function current(): ReturnType<typeof assembled> {
  instance ??= assembled().catch((error: unknown) => {
    instance = null
    throw error
  })
  return instance
}

/** For one attempt to send an event, and the registry before and after it. */
const deliveryMs = 30_000

/** The entry of a function: requests by API Gateway, a function URL or a load balancer, and scheduled checks and events by EventBridge. */
export async function handler(event: unknown, context: LambdaContext): Promise<unknown> {
  const { respond, checkDue, deliverAllDue, tellOfUpdates } = await current()
  if (isRequest(event)) return respond(event, context)
  if (!ScheduledEvent.safeParse(event).success) throw new Error('The event is neither a request nor a scheduled event')
  // Before the checks, which compare what they find with what was told. It leaves the time for some of them.
  await tellOfUpdates(() => context.getRemainingTimeInMillis() > leaseMs() + deliveryMs)
  const checks = await checkAllDue(checkDue, () => context.getRemainingTimeInMillis() > leaseMs())
  const { delivered } = await deliverAllDue(() => context.getRemainingTimeInMillis() > deliveryMs)
  return { ...checks, delivered }
}

import { Writable } from 'node:stream'
import { Connection } from '#core/connection/connection.ts'
import { Session } from '#core/connection/session.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { request } from '#core/fixtures.test-data.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { createReadiness } from '#server/aws/readiness.ts'
import { newHolder, roleVerification } from '#server/aws/role-verification.ts'
import { scheduledChecks } from '#server/aws/scheduled-checks.ts'
import { type AcceptedIds, type StsDouble, stsDouble } from '#server/aws/sts-double.test-data.ts'
import { auditOfRotations } from '#server/background-reports.ts'
import type { TokenKeys } from '#server/config/environment.ts'
import type { Log } from '#server/config/log.ts'
import { newReceiptKey } from '#server/http/receipts.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { type Limits, unlimited } from '#server/registry/limits.ts'
import type { Registry } from '#server/registry/registry.ts'
import { createSessions } from '#server/sessions/sessions.ts'
import { vendorTokenReader } from '#server/sessions/vendor-tokens.ts'
import { createApp } from './app.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { checkDescribed, operationAt } from './described.test-data.ts'
import { createMetrics } from './metrics.ts'
import { createReceipts } from './receipts.ts'

export const vendor = Vendor.parse(demoVendor)

/** The required `aud` of a launch token and of a token for the vendor API. */
export const launchAudience = 'https://connect.example.com'

const silent: Log = { info: () => {}, warn: () => {}, error: () => {} }

const receipts = await createReceipts(await newReceiptKey())

type Choices = {
  readonly vendor?: Vendor
  readonly launch?: TokenKeys
  readonly anonymous?: 'allowed' | 'denied'
  /** The keys of the vendor API. */
  readonly vendorApi?: TokenKeys
  readonly limits?: Partial<Limits>
  readonly log?: Log
  readonly sts?: StsDouble
  /** The registry of another app, to simulate a restart. */
  readonly registry?: Registry
  readonly pages?: AppDependencies['pages']
  readonly simulatedAws?: AppDependencies['simulatedAws']
  readonly longestCheckMs?: number
  readonly longestRequestMs?: number
  /** False where the time of a request is measured. */
  readonly isResponseChecked?: boolean
  /** Replaces parts, for example with broken ones. */
  readonly broken?: Partial<AppDependencies>
}

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

const sessionOptions = { secret: new Uint8Array(32).fill(7), audiences: () => [launchAudience], randomBytes }

const unchanging = {
  simulated: false,
  origin: null,
  clientAddress: () => '192.0.2.1',
  handoffLifetimeMs: 7 * 24 * 60 * 60 * 1000,
  metricsToken: null,
  isStopping: () => false,
}

/** The app over a registry in memory, with a clock that the test moves. */
export function appDouble(choices: Choices = {}) {
  const clock = { ms: Date.parse('2026-11-22T08:00:00.000Z') }
  const now = () => new Date(clock.ms)
  const served = choices.vendor ?? vendor
  const roles = new Map<string, AcceptedIds>()
  const double = choices.sts ?? stsDouble({ roles })
  const registry = choices.registry ?? libsqlRegistry(':memory:')
  const limits = { ...unlimited, ...choices.limits }
  const { launch = { kind: 'none' }, anonymous = launch.kind === 'none' ? 'allowed' : 'denied' } = choices
  const { log } = { log: silent, ...choices }
  const holder = newHolder(randomBytes)
  const { verification, checkRemoval } = roleVerification({
    vendor: served,
    registry,
    stsFor: () => double.sts,
    limits,
    simulated: false,
    now,
    settings: () => ({ randomBytes, patienceMs: 120_000 }),
    longestCheckMs: choices.longestCheckMs ?? 14_500,
    ...(choices.longestRequestMs === undefined ? {} : { longestRequestMs: choices.longestRequestMs }),
    holder,
    onRotated: auditOfRotations(log),
  })
  const readiness = createReadiness({ vendor: served, stsIn: () => double.sts, now })
  const app = createApp({
    vendor: served,
    ...unchanging,
    registry,
    launch: anonymous === 'denied' ? 'required' : 'optional',
    sessions: createSessions({ ...sessionOptions, launch, anonymous, vendor: served, records: registry.sessions, now }),
    readVendorToken: vendorTokenReader({ keys: choices.vendorApi ?? { kind: 'none' }, audiences: () => [launchAudience], now }),
    verification,
    checkRemoval,
    readiness,
    receipts,
    sendTestEvent: async () => ({ kind: 'accepted', status: 204 }),
    limits,
    now,
    randomBytes,
    log,
    metrics: createMetrics(),
    simulatedAws: choices.simulatedAws ?? null,
    pages: choices.pages ?? null,
    ...choices.broken,
  })

  const ignored = { onChecked: () => {}, onRemoved: () => {}, onError: () => {} }
  const ofSchedule = { registry, verification, checkRemoval, readiness, holder, atOnce: 10, now, ...ignored }
  return { app, clock, checkDue: scheduledChecks(ofSchedule), registry, roles, sts: double, ...requests(app, choices) }
}

/** Requests as a customer's browser makes them. */
function requests(app: ReturnType<typeof createApp>, { isResponseChecked = true }: Pick<Choices, 'isResponseChecked'>) {
  async function send(method: string, path: string, { token, body }: { readonly token?: string; readonly body?: unknown } = {}) {
    const response = await app.request(path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
    const operation = operationAt(method, path)
    if (isResponseChecked && operation !== null) await checkDescribed(operation, response)
    return response
  }

  const signIn = async () => Session.parse(await (await send('POST', '/api/sessions', { body: {} })).json()).token

  async function connect(token: string, change: Readonly<Record<string, unknown>> = {}): Promise<Connection> {
    const response = await send('POST', '/api/connections', { token, body: { ...asked, ...change } })
    return Connection.parse(await response.json())
  }

  return { send, signIn, connect }
}

export const asked = request

/** Keeps everything that is logged, to search it for secrets. */
export function capturedLog() {
  let text = ''
  const stream = new Writable({
    write(chunk, _, done) {
      text += String(chunk)
      done()
    },
  })
  return { stream, text: () => text }
}

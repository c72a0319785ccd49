import { Connection } from '#core/connection.ts'
import { Session } from '#core/problem.ts'
import { Vendor } from '#core/vendor.ts'
import { verify } from '#core/verify/verify.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { createApp } from './app.ts'
import type { AppDependencies, Log } from './app-dependencies.ts'
import type { Limits } from './limits.ts'
import { createMetrics } from './metrics.ts'
import { createReadiness } from './readiness.ts'
import { newReceiptKey } from './receipt-key.ts'
import { createReceipts } from './receipts.ts'
import type { Registry } from './registry.ts'
import { libsqlRegistry } from './registry-libsql.ts'
import { createSessions, type LaunchKeys } from './sessions.ts'
import { type StsDouble, stsDouble } from './sts-double.ts'
import { createVerification } from './verification.ts'

export const vendor = Vendor.parse(demoVendor)

const allowed = async () => ({ kind: 'allowed' }) as const
const unlimited: Limits = {
  sessionsPerAddress: allowed,
  claimsPerTenant: allowed,
  accountsPerAddress: allowed,
  handoffsPerTenant: allowed,
  handoffsPerAddress: allowed,
  verificationsPerTenant: allowed,
  looksPerAccount: allowed,
}

const silent: Log = { info: () => {}, error: () => {} }

const receipts = await createReceipts(await newReceiptKey())

type Choices = {
  readonly vendor?: Vendor
  readonly launch?: LaunchKeys
  readonly limits?: Partial<Limits>
  readonly log?: Log
  readonly sts?: StsDouble
  /** Of another app, to stand for the same one after a restart. */
  readonly registry?: Registry
  readonly pages?: AppDependencies['pages']
  readonly simulatedAws?: AppDependencies['simulatedAws']
  /** To replace a part by one that breaks. */
  readonly broken?: Partial<AppDependencies>
}

const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))

/** The app over a registry in memory, with a clock that the test moves. */
export function appDouble(choices: Choices = {}) {
  const clock = { ms: Date.parse('2026-11-22T08:00:00.000Z') }
  const now = () => new Date(clock.ms)
  const served = choices.vendor ?? vendor
  const roles = new Map<string, string | null>()
  const double = choices.sts ?? stsDouble({ roles })
  const registry = choices.registry ?? libsqlRegistry(':memory:')
  const limits = { ...unlimited, ...choices.limits }
  const options = { sts: double.sts, vendor: served, now, randomBytes, patienceMs: 120_000, simulated: false }
  const look = (request: Parameters<Parameters<typeof createVerification>[0]['look']>[0]) => verify({ ...options, ...request })
  const app = createApp({
    vendor: served,
    simulated: false,
    origin: null,
    registry,
    sessions: createSessions({ secret: new Uint8Array(32).fill(7), launch: choices.launch ?? { kind: 'none' }, now, randomBytes }),
    verification: createVerification({ vendor: served, registry, look, looksPerAccount: limits.looksPerAccount, now }),
    readiness: createReadiness({ vendor: served, callerIdentity: double.sts.callerIdentity, now }),
    receipts,
    limits,
    clientAddress: () => '192.0.2.1',
    handoffLifetimeMs: 7 * 24 * 60 * 60 * 1000,
    now,
    randomBytes,
    log: choices.log ?? silent,
    metrics: createMetrics(),
    metricsToken: null,
    simulatedAws: choices.simulatedAws ?? null,
    pages: choices.pages ?? null,
    ...choices.broken,
  })

  async function send(method: string, path: string, { token, body }: { readonly token?: string; readonly body?: unknown } = {}) {
    return app.request(path, {
      method,
      headers: { 'Content-Type': 'application/json', ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }) },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    })
  }

  const signIn = async () => Session.parse(await (await send('POST', '/api/sessions', { body: {} })).json()).token

  async function connect(token: string, change: Readonly<Record<string, unknown>> = {}): Promise<Connection> {
    const response = await send('POST', '/api/connections', { token, body: { ...asked, ...change } })
    return Connection.parse(await response.json())
  }

  return { app, clock, registry, roles, sts: double, send, signIn, connect }
}

/** What the demo vendor's customer fills in. */
export const asked = {
  accountId: '444455556666',
  region: 'us-east-1',
  externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
  permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
}

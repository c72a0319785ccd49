import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { Session } from '#core/connection/session.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { Verdict } from '#core/verify/verdict.ts'
import { assembleApp } from './assembled-app.ts'
import { type Environment, readEnvironment } from './config/environment.ts'
import { asked, vendor } from './http/app-double.test-data.ts'

export const silent = { info: () => {}, warn: () => {}, error: () => {} }

export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

type Start = { readonly config?: Vendor; readonly environment?: Environment; readonly isNewRegistryAllowed?: boolean }

/** The whole server with the simulator behind it, over real HTTP and the AWS SDK. */
export async function assembled(folder: string, { config = vendor, environment = {}, isNewRegistryAllowed = false }: Start = {}) {
  const reading = readEnvironment({ PORT: '0', ROLEBRIDGE_DATA: folder, ROLEBRIDGE_SIMULATOR_DELAY_MS: '0', ...environment })
  if (reading.kind === 'faults') throw new Error(reading.faults.join('\n'))
  const warnings: unknown[] = []
  const { app, simulatorEndpoint, stop } = await assembleApp({
    settings: reading.settings,
    vendor: config,
    log: { ...silent, warn: (fields: unknown) => warnings.push(fields) },
    pages: null,
    isNewRegistryAllowed,
    port: () => 4173,
  })
  const send = (method: string, path: string, token?: string, body?: unknown) =>
    app.request(path, {
      method,
      headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const signIn = async () => Session.parse(await (await send('POST', '/api/sessions')).json()).token
  const connect = async (token: string, change = {}) =>
    Connection.parse(await (await send('POST', '/api/connections', token, { ...asked, ...change })).json())
  const verdictOf = async (token: string, id: string) =>
    Verdict.parse(await (await send('POST', `/api/connections/${id}/verify`, token)).json())
  return { app, send, signIn, connect, verdictOf, stop, warnings, endpoint: simulatorEndpoint ?? '' }
}

/** An IAM call by an administrator of the account. */
export async function iam(
  endpoint: string,
  { accountId, region }: Pick<Connection, 'accountId' | 'region'>,
  parameters: Readonly<Record<string, string>>,
) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      Authorization: `AWS4-HMAC-SHA256 Credential=SIM${accountId}/20261122/${region}/iam/aws4_request, SignedHeaders=host, Signature=0`,
      'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
    },
    body: new URLSearchParams({ Version: '2010-05-08', ...parameters }),
  })
  expect([response.status, response.ok ? '' : await response.text()]).toEqual([200, ''])
}

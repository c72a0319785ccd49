import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keptSessionSecret, previousSessionSecret } from '#server/config/kept-secrets.ts'
import { appDouble, launchAudience, vendor } from '#server/http/app-double.test-data.ts'
import { libsqlRegistry } from '#server/registry/libsql/libsql-registry.ts'
import { launchToken } from './launch.test-data.ts'
import { createSessions } from './sessions.ts'

const [before, after] = [new Uint8Array(32).fill(7), new Uint8Array(32).fill(8)]
const randomBytes = (length: number) => crypto.getRandomValues(new Uint8Array(length))
const records = libsqlRegistry(':memory:').sessions

const sessionsWith = (secrets: { readonly secret: Uint8Array; readonly previousSecret?: Uint8Array | null }) =>
  createSessions({
    ...secrets,
    launch: { kind: 'none' },
    anonymous: 'allowed',
    audiences: () => [launchAudience],
    vendor,
    records,
    now: () => new Date(),
    randomBytes,
  })

async function tokenOf(sessions: ReturnType<typeof sessionsWith>): Promise<string> {
  const opened = await sessions.open(undefined)
  return opened.kind === 'session' ? opened.session.token : ''
}

test('accepts sessions and links of the previous secret until it is removed, and signs with the new one', async () => {
  const old = sessionsWith({ secret: before })
  const rotating = sessionsWith({ secret: after, previousSecret: before })
  const rotated = sessionsWith({ secret: after })
  const [earlier, guest, later] = [await tokenOf(old), await old.guestToken('a-handoff'), await tokenOf(rotating)]
  expect(await rotating.memberOf(earlier)).not.toBeNull()
  expect(await rotating.handoffOf(guest)).toBe('a-handoff')
  expect(await rotated.memberOf(later)).not.toBeNull()
  expect([await rotated.memberOf(earlier), await rotated.handoffOf(guest), await old.memberOf(later)]).toEqual([null, null, null])
})

test('accepts sessions of a secret that was renamed in the data folder', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const token = await tokenOf(sessionsWith({ secret: keptSessionSecret(folder, randomBytes) }))
  expect(previousSessionSecret(folder)).toBeNull()
  renameSync(join(folder, 'session-secret'), join(folder, 'session-secret-previous'))
  const rotating = sessionsWith({ secret: keptSessionSecret(folder, randomBytes), previousSecret: previousSessionSecret(folder) })
  expect(await rotating.memberOf(token)).not.toBeNull()
})

test('redeems launch tokens of both secrets while they are being replaced, and of no other', async () => {
  const { send } = appDouble({ launch: { kind: 'secret', secret: after, previous: before } })
  const statuses = async (secret: Uint8Array<ArrayBuffer>) => {
    const token = await launchToken({}, secret)
    const open = async () => (await send('POST', '/api/sessions', { body: { launchToken: token } })).status
    return [await open(), await open()]
  }
  expect(await statuses(before)).toEqual([201, 401])
  expect(await statuses(after)).toEqual([201, 401])
  expect(await statuses(new Uint8Array(32).fill(9))).toEqual([401, 401])
})

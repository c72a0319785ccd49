import { expect, test } from 'vitest'
import { Connection } from '#core/connection/connection.ts'
import { GivenHandoff, HandoffView } from '#core/connection/handoff.ts'
import { Problem } from '#core/connection/problem.ts'
import { RotationRecord } from '#core/connection/rotation.ts'
import { Session } from '#core/connection/session.ts'
import { createLog } from '#server/config/log.ts'
import { launch, launched } from '#server/sessions/launch.test-data.ts'
import { appDouble, asked, capturedLog, vendor } from './app-double.test-data.ts'

type Double = ReturnType<typeof appDouble>

const code = async (response: Response) => Problem.parse(await response.json()).code
const week = 7 * 24 * 60 * 60 * 1000

async function handedOff(double: Double, body: Readonly<Record<string, unknown>> = {}) {
  const token = await double.signIn()
  const connection = await double.connect(token)
  const response = await double.send('POST', `/api/connections/${connection.id}/handoff`, { token, body })
  const given = GivenHandoff.parse(await response.json())
  return { token, connection, given, guest: await opened(double, given.token) }
}

async function opened({ send }: Double, handoffToken: string): Promise<string> {
  return Session.parse(await (await send('POST', '/api/sessions', { body: { handoffToken } })).json()).token
}

async function seen({ send }: Double, id: string, token: string): Promise<HandoffView> {
  return HandoffView.parse(await (await send('GET', `/api/handoffs/${id}`, { token })).json())
}

test('a link opens one connection: to see, to verify, to get its receipt', async () => {
  const double = appDouble()
  const { token, connection, given, guest } = await handedOff(double, { note: 'Please until Friday' })
  double.roles.set(connection.roleArn, connection.externalId)
  const path = `/api/connections/${connection.id}`
  expect(Connection.parse(await (await double.send('GET', path, { token: guest })).json())).toEqual(connection)
  expect((await double.send('POST', `${path}/verify`, { token: guest })).status).toBe(200)
  expect((await double.send('GET', `${path}/receipt`, { token: guest })).status).toBe(200)
  expect(await seen(double, 'mine', guest)).toMatchObject({ you: 'colleague', turn: 'nobody', connectionId: connection.id })
  expect(await seen(double, given.handoff.id, token)).toMatchObject({
    you: 'requester',
    openedAt: '2026-11-22T08:00:00.000Z',
    messages: [{ by: 'requester', note: 'Please until Friday' }],
  })
})

test('opens nothing else with a link', async () => {
  const double = appDouble()
  const { token, connection, given, guest } = await handedOff(double)
  const other = await double.connect(token, { accountId: '777788889999', externalId: 'Zx7Qm2vK9dRt4XwB8nZc5H' })
  const otherHandoff = await double.send('POST', `/api/connections/${other.id}/handoff`, { token, body: {} })
  const { handoff } = GivenHandoff.parse(await otherHandoff.json())
  const own = `/api/connections/${connection.id}`
  const calls: readonly (readonly [string, string, string])[] = [
    ['GET', '/api/connections', 'beyond-handoff'],
    ['POST', '/api/connections', 'beyond-handoff'],
    ['PUT', `${own}/permissions`, 'beyond-handoff'],
    ['POST', `${own}/handoff`, 'beyond-handoff'],
    ['POST', '/api/handoffs', 'beyond-handoff'],
    ['GET', '/api/handoffs', 'beyond-handoff'],
    ['DELETE', `/api/handoffs/${given.handoff.id}`, 'beyond-handoff'],
    ['GET', `/api/connections/${other.id}`, 'not-found'],
    ['POST', `/api/connections/${other.id}/verify`, 'not-found'],
    ['GET', `/api/connections/${other.id}/receipt`, 'not-found'],
    ['GET', `/api/connections/${other.id}/handoff`, 'not-found'],
    ['GET', `/api/handoffs/${handoff.id}`, 'not-found'],
    ['POST', `/api/handoffs/${handoff.id}/messages`, 'not-found'],
  ]
  for (const [method, path, expected] of calls) {
    const body = path.endsWith('messages') ? { kind: 'done' } : { ...asked }
    const response = await double.send(method, path, { token: guest, ...(method === 'GET' ? {} : { body }) })
    expect([method, path, await code(response)]).toEqual([method, path, expected])
  }
})

test('hides the hand-off and its connection from other tenants', async () => {
  const double = appDouble()
  const { connection, given } = await handedOff(double)
  const token = await double.signIn()
  for (const [method, path] of [
    ['GET', `/api/handoffs/${given.handoff.id}`],
    ['DELETE', `/api/handoffs/${given.handoff.id}`],
    ['GET', `/api/connections/${connection.id}/handoff`],
    ['POST', `/api/connections/${connection.id}/handoff`],
    ['GET', '/api/handoffs/mine'],
  ] as const) {
    const response = await double.send(method, path, { token, ...(method === 'POST' ? { body: {} } : {}) })
    expect([path, response.status]).toEqual([path, 404])
  }
  const message = await double.send('POST', `/api/handoffs/${given.handoff.id}/messages`, { token, body: { kind: 'asked' } })
  expect(message.status).toBe(404)
})

test('ends an opened link when it is revoked or replaced', async () => {
  const double = appDouble()
  const { token, connection, given, guest } = await handedOff(double)
  const path = `/api/connections/${connection.id}`
  const newer = await double.send('POST', `${path}/handoff`, { token, body: {} })
  const second = GivenHandoff.parse(await newer.json())
  expect(await code(await double.send('GET', path, { token: guest }))).toBe('handoff-revoked')
  expect(await code(await double.send('POST', '/api/sessions', { body: { handoffToken: given.token } }))).toBe('handoff-revoked')
  const secondGuest = await opened(double, second.token)
  expect((await double.send('GET', path, { token: secondGuest })).status).toBe(200)
  const ended = await double.send('DELETE', `/api/handoffs/${second.handoff.id}`, { token })
  expect(HandoffView.parse(await ended.json())).toMatchObject({ standing: 'revoked', turn: 'requester' })
  for (const [method, at] of [
    ['GET', path],
    ['POST', `${path}/verify`],
    ['POST', `/api/handoffs/mine/messages`],
  ] as const) {
    const response = await double.send(method, at, { token: secondGuest, ...(method === 'POST' ? { body: { kind: 'done' } } : {}) })
    expect([response.status, await code(response)]).toEqual([410, 'handoff-revoked'])
  }
  expect(double.sts.calls.filter((call) => call.startsWith('assumeRole'))).toEqual([])
})

test('opens nothing with an expired link or an unknown token', async () => {
  const double = appDouble()
  const { connection, given, guest } = await handedOff(double)
  expect(given.handoff.expiresAt).toBe('2026-11-29T08:00:00.000Z')
  expect(await code(await double.send('POST', '/api/sessions', { body: { handoffToken: 'unknown' } }))).toBe('handoff-unknown')
  double.clock.ms += week
  expect(await code(await double.send('GET', `/api/connections/${connection.id}`, { token: guest }))).toBe('handoff-expired')
  expect(await code(await double.send('POST', '/api/sessions', { body: { handoffToken: given.token } }))).toBe('handoff-expired')
})

test('passes the turn back and forth with messages', async () => {
  const double = appDouble()
  const { token, given, guest } = await handedOff(double)
  const { id } = given.handoff
  expect((await seen(double, id, token)).turn).toBe('colleague')
  const empty = await double.send('POST', '/api/handoffs/mine/messages', { token: guest, body: { kind: 'question' } })
  expect(Problem.parse(await empty.json())).toMatchObject({ status: 422, issues: [{ path: ['note'], code: 'handoff-note-empty' }] })
  const body = { kind: 'question', note: 'Is this for production?' }
  expect((await double.send('POST', `/api/handoffs/${id}/messages`, { token: guest, body })).status).toBe(200)
  expect(await seen(double, id, token)).toMatchObject({ turn: 'requester', messages: [{}, { by: 'colleague', ...body }] })
  await double.send('POST', `/api/handoffs/${id}/messages`, { token, body: { kind: 'asked', note: 'Yes' } })
  expect((await seen(double, 'mine', guest)).turn).toBe('colleague')
})

test('lets the colleague of a permissions link choose only the permissions', async () => {
  const double = appDouble()
  const { connection, guest } = await handedOff(double, { purpose: 'choose-permissions' })
  const body = { permissions: { readSourceImages: { sourceBuckets: ['other-bucket'] } } }
  const changed = await double.send('PUT', `/api/connections/${connection.id}/permissions`, { token: guest, body })
  expect(Connection.parse(await changed.json()).permissions).toEqual(body.permissions)
  expect(await code(await double.send('GET', '/api/connections', { token: guest }))).toBe('beyond-handoff')
})

test("keeps role settings after the colleague's choice, and an edited policy if the colleague keeps it", async () => {
  const double = appDouble()
  const token = await double.signIn()
  const permissionsPolicy = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }] }
  const role = { maxSessionDuration: 3600 }
  const { id } = await double.connect(token, { role, permissionsPolicy })
  const body = { purpose: 'choose-permissions' }
  const given = GivenHandoff.parse(await (await double.send('POST', `/api/connections/${id}/handoff`, { token, body })).json())
  const guest = await opened(double, given.token)
  const chosen = { permissions: { readSourceImages: { sourceBuckets: ['other-bucket'] } } }
  const put = async (change: object) =>
    Connection.parse(await (await double.send('PUT', `/api/connections/${id}/permissions`, { token: guest, body: change })).json())
  expect(await put({ ...chosen, permissionsPolicy: JSON.stringify(permissionsPolicy) })).toMatchObject({
    ...chosen,
    role,
    permissionsPolicy,
  })
  const without = await put(chosen)
  expect(without).toMatchObject({ ...chosen, role })
  expect(without.permissionsPolicy).toBeUndefined()
})

const draft = {
  accountId: '',
  region: 'us-east-1',
  externalId: asked.externalId,
  permissions: asked.permissions,
  role: { path: 'no/path', tags: [{ key: '', value: 'blue' }] },
  permissionsPolicy: '{ "Version": ',
}

async function draftGiven(double: Double, change: Readonly<Record<string, unknown>> = {}, by: string | null = null) {
  const token = by ?? (await double.signIn())
  const body = { draft: { ...draft, ...change } }
  const given = GivenHandoff.parse(await (await double.send('POST', '/api/handoffs', { token, body })).json())
  return { token, given, guest: await opened(double, given.token) }
}

test('turns a draft into a connection of its sender, the only one that the colleague sees', async () => {
  const double = appDouble()
  const { token, given, guest } = await draftGiven(double)
  const before = await double.connect(token, { accountId: '777788889999', externalId: 'Yk7Qm2vK9dRt4XwB8nZc5H' })
  expect(await seen(double, 'mine', guest)).toMatchObject({ connectionId: null, draft, turn: 'colleague' })
  const connection = await double.connect(guest)
  expect((await seen(double, given.handoff.id, token)).connectionId).toBe(connection.id)
  expect((await double.send('GET', `/api/connections/${connection.id}`, { token })).status).toBe(200)
  expect((await double.send('GET', `/api/connections/${before.id}`, { token: guest })).status).toBe(404)
  const taken = await double.send('POST', '/api/connections', {
    token: guest,
    body: { ...asked, accountId: before.accountId, externalId: before.externalId },
  })
  expect(await code(taken)).toBe('external-id-taken')
})

test('gives a guest the connection that the sender created from the draft', async () => {
  const double = appDouble()
  const { token, given, guest } = await draftGiven(double)
  const own = await double.connect(token)
  expect((await double.connect(guest)).id).toBe(own.id)
  expect((await seen(double, given.handoff.id, token)).connectionId).toBe(own.id)
})

/** The connection has another external ID afterwards. */
async function rotated({ send, roles, clock }: Double, { id, roleArn, externalId }: Connection, token: string): Promise<string> {
  roles.set(roleArn, (given) => given === externalId)
  await send('POST', `/api/connections/${id}/verify`, { token })
  const { newExternalId } = RotationRecord.parse(await (await send('POST', `/api/connections/${id}/rotation`, { token, body: {} })).json())
  roles.set(roleArn, (given) => given === newExternalId)
  clock.ms += 5000
  await send('POST', `/api/connections/${id}/verify`, { token })
  return newExternalId
}

test.each(['guest', 'sender'] as const)(
  'gives guest and sender the connection that the %s created from the draft, also after a rotation',
  async (first) => {
    const double = appDouble()
    const { token, given, guest } = await draftGiven(double)
    const made = await double.connect(first === 'guest' ? guest : token)
    const externalId = await rotated(double, made, token)
    for (const by of [guest, token]) expect(await double.connect(by)).toMatchObject({ id: made.id, externalId })
    expect((await seen(double, given.handoff.id, token)).connectionId).toBe(made.id)
    const { connections } = await (await double.send('GET', '/api/connections', { token })).json()
    expect(connections).toHaveLength(1)
  },
)

test('leads no guest to a connection whose replaced external ID the draft does not have', async () => {
  const double = appDouble()
  const { token, guest } = await draftGiven(double)
  const other = await double.connect(token, { externalId: 'Yk7Qm2vK9dRt4XwB8nZc5H' })
  await rotated(double, other, token)
  const claim = await double.send('POST', '/api/connections', { token: guest, body: { ...asked, externalId: other.externalId } })
  expect(await code(claim)).toBe('external-id-taken')
  expect((await double.send('GET', `/api/connections/${other.id}`, { token: guest })).status).toBe(404)
})

test('leads no other tenant, and no other account, to a connection by an external ID that was replaced', async () => {
  const double = appDouble()
  const token = await double.signIn()
  await rotated(double, await double.connect(token), token)
  for (const [by, change] of [
    [await double.signIn(), {}],
    [token, { accountId: '777788889999' }],
  ] as const)
    expect(await code(await double.send('POST', '/api/connections', { token: by, body: { ...asked, ...change } }))).toBe(
      'external-id-taken',
    )
})

test.each(['chosen', 'chosen-with-suffix', 'issued'] as const)(
  'the guest of a draft creates one connection, whatever account or external ID comes next (%s)',
  async (mode) => {
    const double = appDouble({ vendor: { ...vendor, externalId: { mode, minimumLength: 16 } } })
    const { token, guest } = await draftGiven(double)
    const claim = (change: Readonly<Record<string, unknown>>) => {
      const { externalId, ...rest } = { ...asked, ...change }
      return double.send('POST', '/api/connections', { token: guest, body: mode === 'issued' ? rest : { ...rest, externalId } })
    }
    const accounts = ['444455556666', '777788889999', '222233334444', '333344445555']
    const attempts = accounts.map((accountId, index) => claim({ accountId, externalId: `Wk7Qm2vK9dRt4XwB8nZc5H${index}` }))
    const answers = await Promise.all(attempts)
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409])
    const later = await claim({ accountId: '555566667777', externalId: 'Vk7Qm2vK9dRt4XwB8nZc5H' })
    expect(await code(later)).toBe('handoff-used')
    const { connections } = await (await double.send('GET', '/api/connections', { token })).json()
    expect(connections).toHaveLength(1)
  },
)

test('lets a guest repeat the request with other permissions', async () => {
  const double = appDouble()
  const { guest } = await draftGiven(double)
  const first = await double.connect(guest)
  const permissions = { readSourceImages: { sourceBuckets: ['other-bucket'] } }
  expect(await double.connect(guest, { permissions })).toEqual({ ...first, permissions })
})

test('counts the requests of a guest separately from the tenant', async () => {
  const keys = new Set<string>()
  const limit = async (key: string) => {
    keys.add(key)
    return { kind: 'allowed' } as const
  }
  const double = appDouble({ limits: { claimsPerTenant: limit, verificationsPerTenant: limit, handoffsPerTenant: limit } })
  const { given, guest } = await draftGiven(double)
  keys.clear()
  const { id } = await double.connect(guest)
  await double.send('POST', `/api/connections/${id}/verify`, { token: guest })
  await double.send('PUT', `/api/connections/${id}/permissions`, { token: guest, body: { permissions: asked.permissions } })
  await double.send('POST', '/api/handoffs/mine/messages', { token: guest, body: { kind: 'done' } })
  expect([...keys]).toEqual([`handoff:${given.handoff.id}`])
})

test('names the tenant in a link, unless it is anonymous', async () => {
  const double = appDouble({ launch, anonymous: 'allowed' })
  const { token } = await launched(double, { name: 'Acme Inc.' })
  const given = GivenHandoff.parse(await (await double.send('POST', '/api/handoffs', { token, body: { draft } })).json())
  const session = Session.parse(await (await double.send('POST', '/api/sessions', { body: { handoffToken: given.token } })).json())
  expect(session.tenant?.name).toBe('Acme Inc.')
  expect((await seen(double, 'mine', session.token)).requestedBy).toBe('Acme Inc.')
  const { guest } = await draftGiven(double)
  expect((await seen(double, 'mine', guest)).requestedBy).toBeNull()
})

test('a draft in issued mode does not lead to an earlier connection', async () => {
  const issued = appDouble({ vendor: { ...vendor, externalId: { mode: 'issued', minimumLength: 16 } } })
  const { token, guest } = await draftGiven(issued)
  const { externalId: _, ...rest } = asked
  const before = Connection.parse(await (await issued.send('POST', '/api/connections', { token, body: rest })).json())
  const made = Connection.parse(await (await issued.send('POST', '/api/connections', { token: guest, body: rest })).json())
  expect(made.id).not.toBe(before.id)
})

test.each(['handoffsPerTenant', 'handoffsPerAddress'] as const)('limits new links: %s', async (name) => {
  const refused = async () => ({ kind: 'refused', retryAfterSeconds: 7 }) as const
  const double = appDouble({ limits: { [name]: refused } })
  const token = await double.signIn()
  const { id } = await double.connect(token)
  for (const path of [`/api/connections/${id}/handoff`, '/api/handoffs']) {
    const response = await double.send('POST', path, { token, body: { draft } })
    expect([response.status, response.headers.get('Retry-After')]).toEqual([429, '7'])
  }
})

test('stores no token, and logs neither token nor note', async () => {
  const logged = capturedLog()
  const double = appDouble({ log: createLog('trace', logged.stream) })
  const { token, given, guest } = await handedOff(double, { note: 'words-for-a-colleague' })
  await double.send('GET', `/api/handoffs/${given.handoff.id}?token=${given.token}`, { token })
  await double.send('POST', '/api/handoffs/mine/messages', { token: guest, body: { kind: 'cannot', note: 'words-back' } })
  await double.send('GET', `/handoff/${given.token}`)
  const kept = await double.registry.handoffs.find(given.handoff.id)
  expect(JSON.stringify(kept)).not.toContain(given.token)
  expect(logged.text().trim().split('\n').length).toBeGreaterThanOrEqual(6)
  for (const secret of [given.token, given.handoff.id, token, guest, 'words-for-a-colleague', 'words-back'])
    expect(logged.text()).not.toContain(secret)
})

test.each(['words', 'the whole ID', 'the whole ID before a rotation'] as const)(
  'leads the guest of a draft with %s to the connection of the tenant that has them, in the mode with a suffix',
  async (has) => {
    const double = appDouble({ vendor: { ...vendor, externalId: { mode: 'chosen-with-suffix', minimumLength: 16 } } })
    const token = await double.signIn()
    const made = await double.connect(token, { externalId: 'acme' })
    const externalId = has === 'words' ? 'acme' : made.externalId
    if (has.endsWith('rotation')) await rotated(double, made, token)
    const { guest } = await draftGiven(double, { externalId: ` ${externalId} ` }, token)
    expect((await double.connect(guest, { externalId })).id).toBe(made.id)
    const { connections } = await (await double.send('GET', '/api/connections', { token })).json()
    expect(connections).toHaveLength(1)
  },
)

test('leads no guest to a connection with other words than the draft, in the mode with a suffix', async () => {
  const double = appDouble({ vendor: { ...vendor, externalId: { mode: 'chosen-with-suffix', minimumLength: 16 } } })
  const token = await double.signIn()
  const other = await double.connect(token, { externalId: 'other' })
  const { guest } = await draftGiven(double, { externalId: 'acme' }, token)
  expect((await double.connect(guest, { externalId: 'other' })).id).not.toBe(other.id)
})

const suffixing = { ...vendor, externalId: { mode: 'chosen-with-suffix', minimumLength: 16 } } as const

test.each([
  ['another account', {}, { accountId: '111122223333' }],
  ['a text that is no account', {}, { accountId: '22223333' }],
  ['the account in another partition', {}, { accountId: '222233334444', region: 'cn-north-1' }],
  ['no account, where two connections have the words', { second: '333344445555' }, { accountId: '' }],
  ['another account and the whole external ID', { isWhole: true }, { accountId: '111122223333' }],
  ['another account and the external ID before a rotation', { isWhole: true, isRotated: true }, { accountId: '111122223333' }],
] as const)('leads no guest to a connection whose words the draft has with %s', async (_, has, change) => {
  const { second, isWhole, isRotated } = { second: undefined, isWhole: false, isRotated: false, ...has }
  const double = appDouble({ vendor: suffixing })
  const token = await double.signIn()
  const owned = await double.connect(token, { accountId: '222233334444', externalId: 'acme' })
  if (second !== undefined) await double.connect(token, { accountId: second, externalId: 'acme' })
  if (isRotated) await rotated(double, owned, token)
  const externalId = isWhole ? owned.externalId : 'acme'
  const { guest } = await draftGiven(double, { ...change, externalId }, token)
  const at = `/api/connections/${owned.id}`
  const before = await (await double.send('GET', at, { token })).json()
  const permissions = { readSourceImages: { sourceBuckets: ['guests-bucket'] } }
  const body = { ...asked, accountId: '222233334444', region: 'eu-west-1', externalId, permissions }
  const claim = await double.send('POST', '/api/connections', { token: guest, body })
  expect((await claim.json()).id).not.toBe(owned.id)
  expect(await (await double.send('GET', at, { token })).json()).toEqual(before)
  expect((await double.send('POST', `${at}/verify`, { token: guest })).status).toBe(404)
})

test('leads no guest to another account by an external ID that the connection there had before a rotation', async () => {
  const double = appDouble()
  const token = await double.signIn()
  const owned = await double.connect(token)
  await rotated(double, owned, token)
  const { guest } = await draftGiven(double, { accountId: '111122223333' }, token)
  expect(await code(await double.send('POST', '/api/connections', { token: guest, body: asked }))).toBe('external-id-taken')
})

test('leads the guest of a draft to the connection with its words on its account, though other accounts have the same words', async () => {
  const double = appDouble({ vendor: suffixing })
  const token = await double.signIn()
  await double.connect(token, { accountId: '333344445555', externalId: 'acme' })
  const owned = await double.connect(token, { accountId: '222233334444', externalId: 'acme' })
  const { guest } = await draftGiven(double, { accountId: '2222-3333-4444', externalId: 'acme' }, token)
  expect((await double.connect(guest, { accountId: '222233334444', externalId: 'acme' })).id).toBe(owned.id)
})

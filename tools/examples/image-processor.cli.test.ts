import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3'
import { SignJWT } from 'jose'
import { Webhook } from 'standardwebhooks'
import { expect, test, vi } from 'vitest'
import { type RolebridgeClient, rolebridgeClient, type VendorConnection } from '#client/client.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { policyText } from '#core/policy/document.ts'
import { readPng, writePng } from '#examples/image-processor/png.ts'
import { iam } from '#server/assembled-app.test-data.ts'
import { vendor } from '#server/http/app-double.test-data.ts'
import { newFolder, printed, run, runScript, serverAddress } from '#server/started-server.test-data.ts'
import { eventually, newWebhookSecret } from '#server/webhooks/receiver.test-data.ts'
import { freePort } from '#tools/engines.ts'

// A rotation and a disconnection need checks that are ten seconds apart.
vi.setConfig({ testTimeout: 240_000 })

const vendorSecret = 'the secret of the vendor for its workers'

const tokenFor = (origin: string) => () =>
  new SignJWT({ scope: 'connections:read connections:write' })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .setSubject('back-office')
    .setAudience(origin)
    .setIssuedAt()
    .setExpirationTime('10 minutes')
    .sign(new TextEncoder().encode(vendorSecret))

/** The server with the simulator, and the worker, each in a process of its own. */
async function started() {
  const [folder, secrets, webhookSecret, port] = [newFolder(), newFolder(), newWebhookSecret(), await freePort()]
  const hook = `http://127.0.0.1:${port}/rolebridge`
  const server = run({
    ROLEBRIDGE_DATA: folder,
    ROLEBRIDGE_SIMULATOR_PORT: '0',
    ROLEBRIDGE_SIMULATOR_DELAY_MS: '0',
    ROLEBRIDGE_VENDOR_SECRET: vendorSecret,
    ROLEBRIDGE_WEBHOOK_URL: hook,
    ROLEBRIDGE_WEBHOOK_SECRET: webhookSecret,
  })
  const origin = await serverAddress(server)
  const aws = await printed(server, /AWS: simulated, on (http:\/\/127\.0\.0\.1:\d+) /)
  const [vendorFile, webhookFile] = [join(secrets, 'vendor-secret'), join(secrets, 'webhook-secret')]
  writeFileSync(vendorFile, vendorSecret)
  writeFileSync(webhookFile, webhookSecret)
  const worker = runScript('examples/image-processor/worker.ts', {
    ROLEBRIDGE_ORIGIN: origin,
    ROLEBRIDGE_VENDOR_SECRET_FILE: vendorFile,
    ROLEBRIDGE_WEBHOOK_SECRET_FILE: webhookFile,
    PORT: String(port),
    PASS_SECONDS: '1',
    SIMULATED_ROLES: 'allowed',
    // Only the instance role of the paper: there is no key in the environment.
    AWS_ENDPOINT_URL: aws,
    AWS_EC2_METADATA_SERVICE_ENDPOINT: aws,
  })
  await printed(worker, /(Uses 0 of 0 connections)/)
  return { aws, hook, webhookSecret, worker, client: rolebridgeClient({ origin, token: tokenFor(origin) }) }
}

async function read(client: RolebridgeClient, id: string): Promise<VendorConnection> {
  const answer = await client.connection(id)
  if (answer.kind !== 'answer') throw new Error(JSON.stringify(answer))
  return answer.value
}

/** A customer with an account, a bucket for images, and one for results. */
async function customer(client: RolebridgeClient, aws: string, tenant: string, accountId: string) {
  const [uploads, results] = [`${tenant}-uploads`, `${tenant}-results`]
  const permissions = { readSourceImages: { sourceBuckets: [uploads] }, writeResults: { resultBucket: results } }
  const created = await client.createConnection({ tenant, accountId, region: 'us-east-1', permissions })
  if (created.kind !== 'answer') throw new Error(JSON.stringify(created))
  const { id } = created.value
  const credentials = { accessKeyId: `SIM${accountId}`, secretAccessKey: 'any' }
  const s3 = new S3Client({ endpoint: aws, region: 'us-east-1', credentials })
  const edit = async (parameters: Readonly<Record<string, string>>) => {
    const connection = await read(client, id)
    return iam(aws, connection, { RoleName: rolePlan(connection, vendor).roleName, ...parameters })
  }
  const plan = async () => rolePlan(await read(client, id), vendor)
  return {
    id,
    uploads,
    upload: (key: string, body = writePng({ width: 400, height: 200, channels: 3, pixels: new Uint8Array(240_000).fill(99) })) =>
      s3.send(new PutObjectCommand({ Bucket: uploads, Key: key, Body: body })),
    /** Null: there is none. */
    thumbnail: async (key: string): Promise<Uint8Array | null> => {
      const found = s3.send(new GetObjectCommand({ Bucket: results, Key: `thumbnails/${uploads}/${key}` }))
      return found.then(({ Body }) => Body?.transformToByteArray() ?? null).catch(() => null)
    },
    createRole: async () => {
      const { policyName: PolicyName, trustPolicy, permissionsPolicy } = await plan()
      await edit({ Action: 'CreateRole', AssumeRolePolicyDocument: policyText(trustPolicy) })
      await edit({ Action: 'PutRolePolicy', PolicyName, PolicyDocument: policyText(permissionsPolicy) })
    },
    updateTrust: async () => edit({ Action: 'UpdateAssumeRolePolicy', PolicyDocument: policyText((await plan()).trustPolicy) }),
    /** The effect of **Revoke sessions** in the IAM console: only a session that began at this time or later goes on. */
    revokeSessionsBefore: async (time: Date) => {
      const Condition = { DateLessThan: { 'aws:TokenIssueTime': time } }
      const Statement = [{ Effect: 'Deny', Action: '*', Resource: '*', Condition }]
      const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement })
      await edit({ Action: 'PutRolePolicy', PolicyName: 'AWSRevokeOlderSessions', PolicyDocument })
    },
    deleteRole: async () => {
      await edit({ Action: 'DeleteRolePolicy', PolicyName: (await plan()).policyName })
      await edit({ Action: 'DeleteRole' })
    },
  }
}

/** A service can send 180 requests in a minute that write. */
const betweenRequests = () => new Promise((resume) => setTimeout(resume, 1000))

type Customer = Awaited<ReturnType<typeof customer>>

async function made({ thumbnail }: Customer, key: string): Promise<boolean> {
  return (
    (await eventually(
      () => thumbnail(key),
      (image) => image !== null,
    )) !== null
  )
}

const checkUntil = (client: RolebridgeClient, { id }: Customer, isEnough: (connection: VendorConnection) => boolean) =>
  eventually(
    async () => {
      await betweenRequests()
      await client.verify(id, { now: true })
      return read(client, id)
    },
    isEnough,
    60_000,
  )

test('the worker uses a role once it is verified, goes on during a rotation, and stops for a customer who disconnects', async () => {
  const { aws, worker, client } = await started()
  const acme = await customer(client, aws, 'acme', '444455556666')
  const globex = await customer(client, aws, 'globex', '777788889999')

  // A role that exists and was never checked isn't used.
  for (const each of [acme, globex]) {
    await each.upload('first.png')
    await each.createRole()
  }
  await acme.upload('text.png', Buffer.from('not an image'))
  await printed(worker, /(Uses 0 of 2 connections)/)
  expect([await acme.thumbnail('first.png'), await globex.thumbnail('first.png')]).toEqual([null, null])

  // It starts with the event of each.
  for (const { id } of [acme, globex]) expect(await client.verify(id, { now: true })).toMatchObject({ value: { kind: 'verified' } })
  await printed(worker, new RegExp(`(${acme.id}: Received connection\\.verified)`))
  for (const each of [acme, globex]) expect([each.uploads, await made(each, 'first.png')]).toEqual([each.uploads, true])
  const { width, height } = readPng((await acme.thumbnail('first.png')) ?? new Uint8Array()) ?? {}
  expect([width, height]).toEqual([160, 80])
  await printed(worker, /(Skipped acme-uploads\/text\.png)/)

  // The role accepts both external IDs, then the new one alone.
  const { externalId: oldId } = await read(client, acme.id)
  expect(await client.rotate(acme.id)).toMatchObject({ kind: 'answer', value: { stage: 'adding', oldExternalId: oldId } })
  await acme.upload('adding.png')
  expect(await made(acme, 'adding.png')).toBe(true)
  const addedAt = new Date()
  await acme.updateTrust()
  const { externalId: newId } = await checkUntil(client, acme, ({ externalId }) => externalId !== oldId)
  expect(newId).not.toBe(oldId)
  await acme.updateTrust()
  await printed(worker, new RegExp(`(${acme.id}: Received external-id\\.rotated)`))
  await acme.upload('removing.png')
  expect(await made(acme, 'removing.png')).toBe(true)
  expect((await checkUntil(client, acme, ({ rotation }) => rotation === undefined)).rotation).toBeUndefined()
  // Sessions from before the new ID can do nothing, so a thumbnail shows that the worker has assumed the role with it.
  await acme.revokeSessionsBefore(addedAt)
  await acme.upload('rotated.png')
  expect(await made(acme, 'rotated.png')).toBe(true)
  expect(worker.output()).not.toMatch(/AccessDenied|RoleNotVerified/)

  // The role still exists, and the worker no longer uses it.
  const { length } = worker.output()
  expect(await client.disconnect(globex.id)).toMatchObject({ value: { status: 'disconnecting', check: { outcome: 'allowed' } } })
  const since = await eventually(
    () => worker.output().slice(length),
    (text) => text.includes('Uses 1 of'),
  )
  await printed(worker, new RegExp(`(${globex.id}: Received connection\\.disconnecting)`))
  expect(since).toContain('Uses 1 of 2 connections')
  await globex.upload('late.png')
  await acme.upload('late.png')
  expect(await made(acme, 'late.png')).toBe(true)
  await globex.deleteRole()
  const ended = await eventually(
    async () => {
      await betweenRequests()
      return client.disconnect(globex.id)
    },
    (answer) => answer.kind === 'answer' && answer.value.status === 'disconnected',
    60_000,
  )
  expect(ended).toMatchObject({ value: { status: 'disconnected' } })
  await printed(worker, new RegExp(`(${globex.id}: Received connection\\.disconnected)`))
  await acme.upload('after.png')
  expect(await made(acme, 'after.png')).toBe(true)
  expect(await globex.thumbnail('late.png')).toBeNull()

  worker.child.kill('SIGTERM')
  expect(await worker.ended).toBe(0)
  for (const secret of [oldId, newId, vendorSecret, 'ASIA', 'secretAccessKey']) expect(worker.output()).not.toContain(secret)
})

test('the worker accepts what the reference library of Standard Webhooks signs, and nothing else', async () => {
  const { hook, webhookSecret, worker } = await started()
  const body = JSON.stringify({ type: 'webhook.test', timestamp: new Date().toISOString(), data: {} })
  const send = async (sent: string, secret = webhookSecret, at = new Date()) => {
    const headers = {
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('evt_1', at, body),
    }
    return (await fetch(hook, { method: 'POST', headers, body: sent })).status
  }
  expect(await send(body)).toBe(204)
  expect(await send(`${body} `)).toBe(401)
  expect(await send(body, newWebhookSecret())).toBe(401)
  expect(await send(body, webhookSecret, new Date(Date.now() - 600_000))).toBe(401)
  expect((await fetch(hook, { method: 'POST', body })).status).toBe(401)
  expect((await fetch(hook)).status).toBe(404)
  expect((await fetch(hook, { method: 'POST', body: 'x'.repeat(1_000_001) })).status).toBe(413)
  expect(await send(body)).toBe(204)
  expect(worker.output()).not.toContain('Received')
})

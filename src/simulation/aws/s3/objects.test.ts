import {
  CopyObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
} from '@aws-sdk/client-s3'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from '#server/listen.ts'
import { type Credentials, type TestAws, testAws } from '#simulation/aws/testing.test-data.ts'

const roleArn = 'arn:aws:iam::444455556666:role/Images'
const trust = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { AWS: '444455556666' }, Action: 'sts:AssumeRole' }],
})
const allowing = (Action: readonly string[], Resource: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] })

const reading = allowing(['s3:GetObject', 's3:ListBucket'], 'arn:aws:s3:::acme-uploads*')
const writing = allowing(['s3:PutObject'], 'arn:aws:s3:::acme-results/*')

/** A session of a role that reads one bucket and writes to another. */
async function sessionOf(aws: TestAws, more: Readonly<Record<string, string>> = {}): Promise<Credentials> {
  const assumed = await aws.call('sts', {
    Action: 'AssumeRole',
    RoleArn: roleArn,
    RoleSessionName: 'worker',
    DurationSeconds: '900',
    ...more,
  })
  return { accessKeyId: assumed.field('AccessKeyId') ?? '', sessionToken: assumed.field('SessionToken') ?? '' }
}

async function started() {
  const aws = testAws()
  await aws.call('iam', { Action: 'CreateRole', RoleName: 'Images', AssumeRolePolicyDocument: trust })
  await aws.call('iam', { Action: 'PutRolePolicy', RoleName: 'Images', PolicyName: 'Read', PolicyDocument: reading })
  await aws.call('iam', { Action: 'PutRolePolicy', RoleName: 'Images', PolicyName: 'Write', PolicyDocument: writing })
  const { port, stop } = await listen({ fetch: (request) => aws.simulator.fetch(request), host: '127.0.0.1', port: 0 })
  onTestFinished(stop)
  const clientOf = ({ accessKeyId, sessionToken }: Credentials) =>
    new S3Client({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      maxAttempts: 1,
      credentials: { accessKeyId, secretAccessKey: 'any', ...(sessionToken === undefined ? {} : { sessionToken }) },
    })
  return { aws, clientOf, customer: clientOf({ accessKeyId: 'SIM444455556666' }) }
}

const put = (client: S3Client, Bucket: string, Key: string, Body: string | Uint8Array = 'text') =>
  client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: 'image/png' }))

async function bytesIn(client: S3Client, Bucket: string, Key: string) {
  const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }))
  return Body?.transformToByteArray()
}

test('keeps the bytes of an object, also after a restart, and only for its account', async () => {
  const { aws, clientOf, customer } = await started()
  const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index % 256)
  const { ETag } = await put(customer, 'acme-uploads', 'in/a b+c.png', bytes)
  expect(await bytesIn(customer, 'acme-uploads', 'in/a b+c.png')).toEqual(bytes)
  expect(await customer.send(new HeadObjectCommand({ Bucket: 'acme-uploads', Key: 'in/a b+c.png' }))).toMatchObject({
    ContentType: 'image/png',
    ContentLength: 1000,
    ETag,
  })
  await expect(bytesIn(clientOf({ accessKeyId: 'SIM777788889999' }), 'acme-uploads', 'in/a b+c.png')).rejects.toMatchObject({
    name: 'NoSuchKey',
  })
  expect(testAws(0, aws.saved()).saved()).toContain('in/a b+c.png')
})

test('a session reads and writes what the policies of its role allow, and nothing else', async () => {
  const { aws, clientOf, customer } = await started()
  await put(customer, 'acme-uploads', 'one.png', 'first')
  const worker = clientOf(await sessionOf(aws))
  expect(new TextDecoder().decode(await bytesIn(worker, 'acme-uploads', 'one.png'))).toBe('first')
  await put(worker, 'acme-results', 'one.png', 'second')
  expect(new TextDecoder().decode(await bytesIn(customer, 'acme-results', 'one.png'))).toBe('second')
  const session = 'User: arn:aws:sts::444455556666:assumed-role/Images/worker is not authorized to perform:'
  await expect(put(worker, 'acme-uploads', 'one.png')).rejects.toMatchObject({
    name: 'AccessDenied',
    message: `${session} s3:PutObject on resource: "arn:aws:s3:::acme-uploads/one.png" because no identity-based policy allows the s3:PutObject action`,
  })
  await expect(bytesIn(worker, 'acme-results', 'one.png')).rejects.toMatchObject({
    message: expect.stringContaining(`${session} s3:GetObject on resource: "arn:aws:s3:::acme-results/one.png"`),
  })
})

test('a session policy limits the session further', async () => {
  const { aws, clientOf } = await started()
  const worker = clientOf(await sessionOf(aws, { Policy: reading }))
  await expect(put(worker, 'acme-results', 'one.png')).rejects.toMatchObject({
    message: expect.stringContaining('because no session policy allows the s3:PutObject action'),
  })
})

test('a session ends with its time, and can do nothing once its role is gone', async () => {
  const { aws, clientOf } = await started()
  const worker = clientOf(await sessionOf(aws))
  await put(worker, 'acme-results', 'one.png')
  for (const PolicyName of ['Read', 'Write']) await aws.call('iam', { Action: 'DeleteRolePolicy', RoleName: 'Images', PolicyName })
  await aws.call('iam', { Action: 'DeleteRole', RoleName: 'Images' })
  await expect(put(worker, 'acme-results', 'two.png')).rejects.toMatchObject({ name: 'AccessDenied' })
  aws.pass(900_000)
  await expect(put(worker, 'acme-results', 'two.png')).rejects.toMatchObject({ name: 'ExpiredToken' })
})

test('a session that was revoked with the button of the IAM console can do nothing, and a later one can', async () => {
  const { aws, clientOf } = await started()
  const earlier = clientOf(await sessionOf(aws))
  aws.pass(1000)
  const revocation = {
    Version: '2012-10-17',
    Statement: { Effect: 'Deny', Action: '*', Resource: '*', Condition: { DateLessThan: { 'aws:TokenIssueTime': new Date(aws.now()) } } },
  }
  const named = { RoleName: 'Images', PolicyName: 'AWSRevokeOlderSessions', PolicyDocument: JSON.stringify(revocation) }
  await aws.call('iam', { Action: 'PutRolePolicy', ...named })
  await expect(put(earlier, 'acme-results', 'one.png')).rejects.toMatchObject({
    message: expect.stringContaining('with an explicit deny in an identity-based policy'),
  })
  await put(clientOf(await sessionOf(aws)), 'acme-results', 'one.png')
})

test('a missing key looks like a denial to a session that may not list the bucket', async () => {
  const { aws, clientOf } = await started()
  const worker = clientOf(await sessionOf(aws))
  await expect(bytesIn(worker, 'acme-uploads', 'missing.png')).rejects.toMatchObject({ name: 'NoSuchKey' })
  const onlyObjects = allowing(['s3:GetObject'], 'arn:aws:s3:::acme-uploads/*')
  await aws.call('iam', { Action: 'PutRolePolicy', RoleName: 'Images', PolicyName: 'Read', PolicyDocument: onlyObjects })
  await expect(bytesIn(worker, 'acme-uploads', 'missing.png')).rejects.toMatchObject({
    name: 'AccessDenied',
    message: expect.stringContaining('s3:ListBucket on resource: "arn:aws:s3:::acme-uploads"'),
  })
})

test('lists keys in order, by prefix, and page by page', async () => {
  const { customer } = await started()
  const keys = ['b.png', 'in/2.png', 'a.png', 'in/1.png', 'in/3.png']
  for (const key of keys) await put(customer, 'acme-uploads', key)
  await put(customer, 'acme-uploads', 'a.png', 'longer text')
  await put(customer, 'acme-results', 'other.png')
  const pages: (string | undefined)[][] = []
  for await (const { Contents = [] } of paginateListObjectsV2({ client: customer, pageSize: 2 }, { Bucket: 'acme-uploads' }))
    pages.push(Contents.map(({ Key, Size }) => `${Key} ${Size}`))
  expect(pages).toEqual([['a.png 11', 'b.png 4'], ['in/1.png 4', 'in/2.png 4'], ['in/3.png 4']])
  const listed: (string | undefined)[] = []
  for await (const { Contents = [] } of paginateListObjectsV2({ client: customer }, { Bucket: 'acme-uploads', Prefix: 'in/' }))
    listed.push(...Contents.map(({ Key }) => Key))
  expect(listed).toEqual(['in/1.png', 'in/2.png', 'in/3.png'])
})

test('stores no large object, no copy, and nothing in a bucket that does not exist, is locked, or has another owner', async () => {
  const { customer } = await started()
  await expect(put(customer, 'acme-results', 'large', new Uint8Array(262_145))).rejects.toMatchObject({ name: 'EntityTooLarge' })
  await put(customer, 'acme-results', 'one', new Uint8Array(262_144))
  const copy = new CopyObjectCommand({ Bucket: 'acme-results', Key: 'two', CopySource: 'acme-results/one' })
  await expect(customer.send(copy)).rejects.toMatchObject({ name: 'NotImplemented' })
  await expect(put(customer, 'missing-results', 'one')).rejects.toMatchObject({ name: 'NoSuchBucket' })
  await expect(put(customer, 'locked-results', 'one')).rejects.toMatchObject({ name: 'AccessDenied' })
  const owned = (ExpectedBucketOwner: string) =>
    customer.send(new PutObjectCommand({ Bucket: 'acme-results', Key: 'one', Body: 'text', ExpectedBucketOwner }))
  await expect(owned('777788889999')).rejects.toMatchObject({ name: 'AccessDenied' })
  expect(await owned('444455556666')).toMatchObject({ ETag: expect.any(String) })
})

test('forgets the oldest of more than 100 objects', async () => {
  const { customer } = await started()
  for (let count = 0; count <= 100; count += 1) await put(customer, 'acme-uploads', `${count}.png`)
  await expect(bytesIn(customer, 'acme-uploads', '0.png')).rejects.toMatchObject({ name: 'NoSuchKey' })
  expect(await bytesIn(customer, 'acme-uploads', '1.png')).toHaveLength(4)
})

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { runIn } from './packing.ts'

const compilerOptions = {
  target: 'ES2023',
  module: 'NodeNext',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  jsx: 'react-jsx',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  types: ['node'],
}

/** A back end that creates a connection, and verifies it. Lines below `@ts-expect-error` must not compile. */
const backEnd = `
import { rolebridgeClient } from 'rolebridge/client'
import { verifyWebhook } from 'rolebridge/client/verify-webhook'

const [, , origin = '', token = '', id] = process.argv
const client = rolebridgeClient({ origin, token: () => token })

export function receive(headers: Record<string, string>, body: string): string {
  const reading = verifyWebhook(headers, body, 'whsec_x')
  // @ts-expect-error
  reading.event
  return reading.kind === 'event' ? reading.event.type : reading.kind
}

if (receive({}, '') !== 'header-missing') throw new Error('A webhook without headers is not rejected')
if (id === undefined) {
  const created = await client.createConnection({
    tenant: 'acme',
    accountId: '444455556666',
    region: 'us-east-1',
    permissions: { readBuckets: { sourceBuckets: ['acme-uploads'] } },
  })
  if (created.kind !== 'answer') throw new Error(JSON.stringify(created))
  const externalId: string = created.value.externalId
  // @ts-expect-error
  created.value.secretAccessKey
  console.log(JSON.stringify({ id: created.value.id, externalId }))
} else {
  const verdict = await client.verify(id, { now: true })
  if (verdict.kind !== 'answer') throw new Error(JSON.stringify(verdict))
  const kind: 'verified' | 'waiting' | 'not-ready' | 'unsafe' | 'partial' | 'inconclusive' | 'vendor-fault' | 'drifted' = verdict.value.kind
  console.log(kind)
}
`

const credentials = `
import { S3Client } from '@aws-sdk/client-s3'
import { rolebridgeClient } from 'rolebridge/client'
import { credentialsFor } from 'rolebridge/client/credentials'

const answer = await rolebridgeClient({ origin: 'https://connect.example.com', token: () => '' }).connection('1')
if (answer.kind === 'answer') new S3Client({ region: answer.value.region, credentials: credentialsFor(answer.value) })
// @ts-expect-error
credentialsFor({ id: '1' })
`

/** A back end in CommonJS, which loads the client with `require`. */
const commonJs = `
import rolebridge = require('rolebridge/client')

const client = rolebridge.rolebridgeClient({ origin: 'https://connect.example.com', token: () => '' })
// @ts-expect-error
client.connection(1)
`

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

export const strictConfig = (options: object, include: readonly string[]): string =>
  JSON.stringify({ compilerOptions: { ...compilerOptions, ...options }, include })

/** Compiles the declarations of the client too, and makes `backend.js`. */
export function compileBackEnd(folder: string): void {
  const files = { 'backend.ts': backEnd, 'legacy.cts': commonJs }
  writeFiles(folder, { ...files, 'tsconfig.json': strictConfig({ skipLibCheck: false }, Object.keys(files)) })
  writeFiles(folder, {
    'credentials.ts': credentials,
    'tsconfig.aws.json': strictConfig({ noEmit: true, skipLibCheck: true }, ['credentials.ts']),
  })
  runIn(folder, 'npx', 'tsc', '-p', '.')
  runIn(folder, 'npx', 'tsc', '-p', 'tsconfig.aws.json')
}

const worker = 'examples/image-processor'

/** The example of a worker, as someone copies it. */
export function compileWorker(folder: string): void {
  const sources = readdirSync(worker).filter((name) => name.endsWith('.ts'))
  const files = sources.map((name) => [join('worker', name), readFileSync(join(worker, name), 'utf8')])
  const options = { noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true }
  writeFiles(folder, { ...Object.fromEntries(files), 'tsconfig.worker.json': strictConfig(options, ['worker']) })
  runIn(folder, 'npx', 'tsc', '-p', 'tsconfig.worker.json')
}

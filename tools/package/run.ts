import { createHmac, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { AccountId } from '#core/aws/account-id.ts'
import { Region } from '#core/aws/region.ts'
import { awsRequest } from '#simulation/console/aws-query.ts'
import { compileBackEnd, compilePages, compileVue, compileWorker } from './consumers.ts'
import { type InstalledServer, startInstalled } from './installed-server.ts'
import { bytesIn, pack, project, runIn, type Tarballs } from './packing.ts'

const megabyte = 1_000_000
const budgets = { tarball: 5 * megabyte, installed: 40 * megabyte, startMs: 1500 } as const

type Row = { readonly what: string; readonly value: string; readonly isMet: boolean }

const sizeRow = (what: string, bytes: number, most: number): Row => ({
  what: `${what}, at most ${most / megabyte} MB`,
  value: `${(bytes / megabyte).toFixed(1)} MB`,
  isMet: bytes <= most,
})

/** The load says how many other processes wanted the processors. */
function startRow(starts: readonly { readonly ms: number; readonly processorMs: number | null }[]): Row {
  const fastest = starts.toSorted((one, other) => one.ms - other.ms)[0] ?? { ms: Number.POSITIVE_INFINITY, processorMs: null }
  const [load = 0] = loadavg()
  const ofProcessor = fastest.processorMs === null ? '' : `, ${fastest.processorMs} ms of it on a processor`
  return {
    what: `Start until the page is there, fastest of ${starts.length}${ofProcessor}, at a load of ${load.toFixed(1)} on ${availableParallelism()} processors, at most ${budgets.startMs} ms`,
    value: `${Math.round(fastest.ms)} ms`,
    isMet: fastest.ms <= budgets.startMs,
  }
}

function expectText(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`Expected "${part}" in:\n${text}`)
}

/** `init`, `check` and `template`, as someone types them in an empty folder. */
function tryCommands(folder: string): string {
  const rolebridge = (...words: readonly string[]) => runIn(folder, 'npx', '--no-install', 'rolebridge', ...words)
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync('package.json', 'utf8')))
  expectText(rolebridge('--version'), version)
  expectText(rolebridge('--help'), 'webhook test')
  expectText(rolebridge('init', '--name', 'Acme', '--purpose', 'processes your images', '--account', '999988887777'), '0 errors')
  expectText(rolebridge('check'), 'vendor.json (Acme): 0 errors')
  expectText(rolebridge('hosting', '--as', 'trust-policy'), 'sts:AssumeRole')
  expectText(rolebridge('demo', 'demo.html'), 'demo.html')
  expectText(rolebridge('template'), 'Templates of Acme (vendor.json)')
  const [file = ''] = readdirSync(join(folder, 'templates'), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'))
  return readFileSync(join(folder, 'templates', file), 'utf8')
}

const base64url = (text: string): string => Buffer.from(text).toString('base64url')

/** https://www.rfc-editor.org/rfc/rfc7515#section-3.1 */
function vendorToken(audience: string, secret: string): string {
  const iat = Math.floor(Date.now() / 1000)
  const claims = { sub: 'test', aud: audience, iat, exp: iat + 600, scope: 'connections:read connections:write' }
  const signed = `${base64url(JSON.stringify({ alg: 'HS256', typ: 'at+jwt' }))}.${base64url(JSON.stringify(claims))}`
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`
}

/** Creates the stack as the customer does, with the template of the package. */
async function createStack(simulator: string, template: string, externalId: string): Promise<void> {
  const accountId = AccountId.parse('444455556666')
  const values = { AccountId: accountId, ExternalId: externalId, SourceBuckets: 'acme-uploads' }
  const parameters = {
    StackName: 'AcmeAccess',
    TemplateBody: template,
    Parameters: Object.entries(values).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
    Capabilities: ['CAPABILITY_NAMED_IAM'],
  }
  const call = { accountId, region: Region.parse('us-east-1'), service: 'cloudformation', action: 'CreateStack', parameters } as const
  const response = await fetch(simulator, awsRequest(call, new Date()))
  if (!response.ok) throw new Error(await response.text())
}

const Created = z.object({ id: z.string(), externalId: z.string() })

/** A connection from nothing to verified, by the compiled back end. */
async function verify(backEnd: string, { origin, simulator }: InstalledServer, secret: string, template: string): Promise<void> {
  const token = vendorToken(origin, secret)
  const run = (...words: readonly string[]) => runIn(backEnd, process.execPath, 'backend.js', origin, token, ...words).trim()
  const { id, externalId } = Created.parse(JSON.parse(run()))
  await createStack(simulator, template, externalId)
  const deadline = Date.now() + 60_000
  let kind = run(id)
  while (kind !== 'verified' && Date.now() < deadline) {
    await new Promise((resume) => setTimeout(resume, 1000))
    kind = run(id)
  }
  if (kind !== 'verified') throw new Error(`The role is not verified: ${kind}`)
}

async function checkPinned(folder: string, origin: string): Promise<void> {
  const [version = ''] = readdirSync(join(folder, 'node_modules/rolebridge/dist/client/embed'))
  const { status, headers } = await fetch(`${origin}/embed/${version}/embed.js`)
  const found = [status, headers.get('cache-control')?.includes('immutable'), headers.get('access-control-allow-origin')]
  if (String(found) !== '200,true,*') throw new Error(`The pinned script has ${found}`)
}

async function tryProgram(folder: string, { program }: Tarballs): Promise<readonly Row[]> {
  const secret = randomBytes(32).toString('base64url')
  const app = project(join(folder, 'app'), program)
  const template = tryCommands(app)
  const packages = ['typescript', '@types/node@20', '@aws-sdk/client-sts', '@aws-sdk/client-s3', 'jose']
  const backEnd = project(join(folder, 'backend'), program, ...packages)
  compileBackEnd(backEnd)
  compileWorker(backEnd)
  const starts: { readonly ms: number; readonly processorMs: number | null }[] = []
  for (let run = 0; run < 5; run += 1) {
    const server = await startInstalled(app, secret)
    starts.push({ ms: server.startMs, processorMs: server.processorMs })
    await checkPinned(app, server.origin)
    if (run === 4) await verify(backEnd, server, secret, template)
    await server.stop()
  }
  return [
    sizeRow('Tarball', bytesIn(program), budgets.tarball),
    sizeRow('Installed', bytesIn(join(app, 'node_modules')), budgets.installed),
    startRow(starts),
  ]
}

function tryEmbed(folder: string, { embed }: Tarballs): void {
  const react = ['react@19', 'react-dom@19', '@types/react@19', '@types/react-dom@19', 'typescript']
  compilePages(project(join(folder, 'react'), embed, ...react))
  compileVue(project(join(folder, 'vue'), embed, 'vue@3', 'vue-tsc', 'typescript@5'))
}

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-package-'))
try {
  const source = join(folder, 'source')
  mkdirSync(source)
  const tarballs = pack(source)
  const rows = await tryProgram(folder, tarballs)
  tryEmbed(folder, tarballs)
  for (const { what, value, isMet } of rows) console.log(`${isMet ? 'met    ' : 'NOT MET'}  ${value.padStart(8)}  ${what}`)
  console.log('The packages work without the repository.')
  if (rows.some(({ isMet }) => !isMet)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

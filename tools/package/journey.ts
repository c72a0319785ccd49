import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { AccountId } from '#core/aws/account-id.ts'
import { Region } from '#core/aws/region.ts'
import { commands } from '#server/commands.ts'
import { awsRequest } from '#simulation/console/aws-query.ts'
import type { InstalledServer } from './installed-server.ts'
import { runIn } from './packing.ts'

/** The packages of a back end with the types of the client and of AWS. */
export const backEndPackages = ['typescript', '@types/node@20', '@aws-sdk/client-sts', '@aws-sdk/client-s3'] as const

function expectText(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`Expected "${part}" in:\n${text}`)
}

/** The commands, as someone types them in an empty folder. */
export function tryCommands(folder: string): string {
  const rolebridge = (...words: readonly string[]) => runIn(folder, 'npx', '--no-install', 'rolebridge', ...words)
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')))
  expectText(rolebridge('--version'), version)
  expectText(rolebridge('--help'), 'webhook test')
  const program = join(folder, 'node_modules/.bin/rolebridge')
  for (const { name, summary } of commands) expectText(runIn(folder, program, ...name.split(' '), '--help'), summary)
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
export async function verify(backEnd: string, { origin, simulator }: InstalledServer, secret: string, template: string): Promise<void> {
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

import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Command, failed, type Output, said } from './commands/command.ts'
import { type AwsIdentity, type Environment, ownAws, type Settings } from './config/environment.ts'

type Started = {
  readonly settings: Settings
  readonly port: number
  readonly aws: AwsIdentity
  /** Null with live AWS. */
  readonly simulatorEndpoint: string | null
}

function awsLines({ aws, simulatorEndpoint }: Started): readonly string[] {
  if (simulatorEndpoint !== null)
    return [
      `AWS: simulated, on ${simulatorEndpoint} (no AWS account is needed or touched)`,
      'Type the account 444455556666 in the wizard and create the role in the simulated console that opens, or use any AWS client:',
      `  AWS_ENDPOINT_URL=${simulatorEndpoint} AWS_ACCESS_KEY_ID=SIM444455556666 AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=us-east-1 aws sts get-caller-identity`,
    ]
  if (aws === ownAws) return ['AWS: live']
  return [`AWS: ${aws}, which is not an endpoint of AWS. Every verdict and receipt is marked as simulated.`]
}

/** The address by which a person on this machine reaches the server. */
function localUrl({ settings, port }: Pick<Started, 'settings' | 'port'>): string {
  const host = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(settings.host) ? 'localhost' : settings.host
  return `http://${host}:${port}`
}

/** The lines that are printed once the server listens. */
const announcement = (started: Started): readonly string[] => [`Rolebridge: ${localUrl(started)}`, ...awsLines(started)]

export const startCommand: Command<'new-registry'> = {
  name: 'start',
  summary: 'Starts the server (default)',
  file: 'none',
  options: { 'new-registry': { value: null, text: 'Creates an empty registry if there is none' } },
  details:
    async () => `Without ROLEBRIDGE_AWS=live, AWS is simulated. The config is the file that ROLEBRIDGE_VENDOR names, or vendor.json in this folder, or the demo
vendor's. PORT is 4173 unless it is set.`,
  failure: 'cannot start',
  run: async (given, environment) => {
    const { startServer } = await import('./start-server.ts')
    return said(...announcement(await startServer({ environment, isNewRegistryAllowed: given.has('new-registry') })))
  },
}

const demoFile = join(import.meta.dirname, '../rolebridge-demo.html')

function writeDemo(file: string): Output {
  if (!existsSync(demoFile)) return failed('cannot write the demo', ['It is not built. Run: npm run build'])
  copyFileSync(demoFile, file)
  return said(`Wrote the demo to ${file}. It opens in a browser without a server or a network.`)
}

async function startDemo(environment: Environment): Promise<Output> {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-demo-'))
  const onStop = () => rmSync(folder, { recursive: true, force: true })
  const ofDemo = { ...environment, ROLEBRIDGE_AWS: 'simulator', ROLEBRIDGE_DATA: folder, ROLEBRIDGE_REGISTRY: `file:${folder}/registry.db` }
  const { startServer } = await import('./start-server.ts')
  const started = await startServer({ environment: ofDemo, isNewRegistryAllowed: true, onStop })
  return said(`Demo: ${localUrl(started)}/?demo`, 'AWS is simulated, and nothing is kept when you stop it.')
}

export const demoCommand: Command<never> = {
  name: 'demo',
  summary: 'Starts the demo with a presenter’s bar, or writes it as one HTML file to FILE',
  file: 'optional',
  options: {},
  failure: 'cannot start the demo',
  run: async ({ file }, environment) => (file === undefined ? startDemo(environment) : writeDemo(file)),
}

export const checkDueCommand: Command<never> = {
  name: 'check-due',
  summary: 'Checks every connection whose scheduled check is due, and sends events, without starting',
  file: 'none',
  options: {},
  failure: 'cannot check the connections that are due',
  run: async (_, environment) => (await import('./check-due.ts')).checkDue(environment),
}

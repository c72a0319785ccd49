import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cloudFormationTemplate } from '#core/artifacts/cloudformation-template.ts'
import { type Partition, partitionIds, partitions } from '#core/aws/partition.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { readContainerCredentials } from '#simulation/aws/metadata.ts'
import { createSimulator, type Simulator } from '#simulation/aws/simulator.ts'
import { simulatedControlRoleArn, simulatedSecondRoleArn, simulatedVendorRoleArn } from '#simulation/aws/vendor-roles.ts'
import { simulatedUserKey, type UserKey } from '#simulation/aws/vendor-user.ts'
import type { ProfileCredentials } from './aws/aws-sts.ts'
import { type Profiles, profilesNamed, type Settings } from './config/environment.ts'
import { listen } from './listen.ts'

export type SimulatedAws = {
  readonly endpoint: string
  readonly fetch: (request: Request) => Promise<Response>
  /** With a template for each partition that has none published. */
  readonly vendor: Vendor
  readonly profiles: Profiles
  readonly controlProfiles: Profiles
  readonly secondRoleProfiles: Profiles
  /** From the container credentials of the simulator: this server holds no key either. Of an IAM user, a made-up key. */
  readonly credentials: ProfileCredentials
  readonly stop: () => Promise<void>
}

const profileOf = (partition: Partition): string => (partition === 'aws' ? 'default' : partition)
const secondRoleProfileOf = (partition: Partition): string => `second-role-${partition}`
const controlProfileOf = (partition: Partition): string => `control-${partition}`

const servedPartitions = (vendor: Vendor): readonly Partition[] =>
  partitionIds.filter((partition) => vendor.accounts[partition] !== undefined)

/** The simulated S3 URL of a template that the vendor hasn't published yet. */
function simulatedTemplateUrl(partition: Partition): string {
  const { homeRegion, dnsSuffix } = partitions[partition]
  return `https://simulated-templates.s3.${homeRegion}.${dnsSuffix}/rolebridge/${partition}.yaml`
}

function withTemplates(vendor: Vendor): Vendor {
  const simulated = Object.fromEntries(servedPartitions(vendor).map((partition) => [partition, simulatedTemplateUrl(partition)]))
  return { ...vendor, templates: { ...simulated, ...vendor.templates } }
}

function templatesOf(vendor: Vendor) {
  return servedPartitions(vendor).flatMap((partition) => {
    const url = vendor.templates[partition]
    return url === undefined ? [] : [{ url, text: cloudFormationTemplate(vendor, partition).text }]
  })
}

function fileStore(path: string) {
  return {
    load: (): string | null => {
      try {
        return readFileSync(path, 'utf8')
      } catch {
        return null
      }
    },
    save: (text: string): void => {
      // Two copies with one folder must not rename each other's file.
      const written = `${path}.${process.pid}.new`
      writeFileSync(written, text, { mode: 0o600 })
      renameSync(written, path)
    },
  }
}

function credentialsText(simulator: Simulator, vendor: Vendor): string {
  const written = (profile: string, { accessKeyId, secretAccessKey, sessionToken }: UserKey & { readonly sessionToken?: string }): string =>
    [
      `[${profile}]`,
      `aws_access_key_id = ${accessKeyId}`,
      `aws_secret_access_key = ${secretAccessKey}`,
      ...(sessionToken === undefined ? [] : [`aws_session_token = ${sessionToken}`]),
      '',
    ].join('\n')
  const section = (profile: string, roleArn: string): string => written(profile, simulator.instanceCredentials(roleArn))
  const application = (partition: Partition): string => {
    const userKey = simulatedUserKey(vendor, partition)
    return userKey === null
      ? section(profileOf(partition), simulatedVendorRoleArn(vendor, partition))
      : written(profileOf(partition), userKey)
  }
  return servedPartitions(vendor)
    .flatMap((partition) => [
      application(partition),
      section(controlProfileOf(partition), simulatedControlRoleArn(vendor, partition)),
      section(secondRoleProfileOf(partition), simulatedSecondRoleArn(vendor, partition)),
    ])
    .join('\n')
}

/** The path of a profile below /v2/credentials. */
function containerOf(profile: string): string {
  const [, kind = 'application', partition = profile] = /^(control|second-role)-(.+)$/.exec(profile) ?? []
  return `${partition === 'default' ? 'aws' : partition}/${kind}`
}

/** The simulated key of an IAM user, or what the container of the role gets. */
function simulatedCredentials(vendor: Vendor, endpoint: string, tokenFile: string): ProfileCredentials {
  const ofContainer = containerCredentials(endpoint, tokenFile)
  return (profile) => {
    const partition = servedPartitions(vendor).find((each) => profileOf(each) === profile)
    const userKey = partition === undefined ? null : simulatedUserKey(vendor, partition)
    return userKey === null ? ofContainer(profile) : async () => userKey
  }
}

/** Asks as the SDK does for a container. The token is read each time, since it can change. */
const containerCredentials =
  (endpoint: string, tokenFile: string): ProfileCredentials =>
  (profile) =>
  async () => {
    const headers = { authorization: readFileSync(tokenFile, 'utf8') }
    return readContainerCredentials(await fetch(`${endpoint}/v2/credentials/${containerOf(profile)}`, { headers }))
  }

/**
 * Limits the AWS SDK in this process to the simulator. Real credentials and endpoints of the environment are removed, and the
 * default credential chain finds the simulated application role or user.
 */
export function pointSdkAt(endpoint: string, folder: string): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name]
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: endpoint,
    AWS_SHARED_CREDENTIALS_FILE: join(folder, 'credentials'),
    AWS_CONFIG_FILE: join(folder, 'config'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  })
}

/** Starts AWS in memory on its own port, and makes it the only AWS that this process knows. */
export async function startSimulatedAws(given: Vendor, settings: Settings): Promise<SimulatedAws> {
  const vendor = withTemplates(given)
  const folder = resolve(settings.dataFolder, 'simulated-aws')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const simulator = createSimulator({
    vendor,
    store: fileStore(join(folder, 'accounts.json')),
    now: () => Date.now(),
    delayMs: settings.simulatorDelayMs,
    templates: templatesOf(vendor),
  })
  const listener = await listen({ fetch: (request) => simulator.fetch(request), host: '127.0.0.1', port: settings.simulatorPort })
  const endpoint = `http://127.0.0.1:${listener.port}`
  writeFileSync(join(folder, 'credentials'), credentialsText(simulator, vendor), { mode: 0o600 })
  writeFileSync(join(folder, 'config'), '')
  const tokenFile = join(folder, 'authorization-token')
  writeFileSync(tokenFile, simulator.authorizationToken, { mode: 0o600 })
  pointSdkAt(endpoint, folder)
  return {
    credentials: simulatedCredentials(vendor, endpoint, tokenFile),
    endpoint,
    fetch: (request) => simulator.fetch(request),
    vendor,
    profiles: profilesNamed(profileOf),
    controlProfiles: profilesNamed(controlProfileOf),
    secondRoleProfiles: profilesNamed(secondRoleProfileOf),
    stop: listener.stop,
  }
}

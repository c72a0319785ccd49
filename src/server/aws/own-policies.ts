import { STSClient } from '@aws-sdk/client-sts'
import { assumedRole, readUserArn } from '#core/aws/arn.ts'
import { type Partition, partitions } from '#core/aws/partition.ts'
import { partitionOf, Region } from '#core/aws/region.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { rolesToAssume } from '#core/hosting/hosting-plan.ts'
import { listOf, PolicyDocument, policyText } from '#core/policy/document.ts'
import { lintHostingPolicy } from '#core/rules/lint.ts'
import { parseJson, percentDecoded } from '#core/text/strings.ts'
import type { Log } from '#server/config/log.ts'
import type { ProfileCredentials } from './aws-sts.ts'

type Own = {
  /** The Region of the session, which also names the partition. */
  readonly region: Region
  /** The ARN of our session. */
  readonly arn: string
  readonly profile: string | undefined
  readonly credentials: ProfileCredentials | undefined
  /** The simulator's endpoint. Null: IAM in AWS. No other endpoint gets our session. */
  readonly endpoint: string | null
}

type OwnPolicies = { readonly kind: 'unreadable' } | { readonly kind: 'read'; readonly policies: Readonly<Record<string, string>> }

const patienceMs = 3000

/** IAM has one endpoint in each partition. https://docs.aws.amazon.com/general/latest/gr/iam-service.html */
const iamHosts: Readonly<Record<Partition, string>> = {
  aws: 'iam.amazonaws.com',
  'aws-us-gov': 'iam.us-gov.amazonaws.com',
  'aws-cn': 'iam.cn-north-1.amazonaws.com.cn',
  'aws-eusc': 'iam.eusc-de-east-1.amazonaws.eu',
}

const identityOf = ({ profile, credentials }: Own) => {
  if (profile === undefined) return {}
  return credentials === undefined ? { profile } : { credentials: credentials(profile) }
}

/** Null for anything but success. The SDK's STS client signs for any service. */
async function iamAnswer(own: Own, parameters: Readonly<Record<string, string>>): Promise<string | null> {
  const partition = partitionOf(own.region)
  const region = Region.parse(partitions[partition].homeRegion)
  const client = new STSClient({ region, ...identityOf(own) })
  try {
    const url = new URL(own.endpoint ?? `https://${iamHosts[partition]}/`)
    const query = { Version: '2010-05-08', ...parameters }
    const { protocol, hostname, host, pathname: path } = url
    const signer = await client.config.signer({ name: 'sigv4', signingName: 'iam', signingRegion: region, properties: {} })
    const { headers } = await signer.sign({ protocol, hostname, path, query, method: 'GET', headers: { host } })
    const { host: _, ...sent } = headers
    url.search = new URLSearchParams(query).toString()
    const response = await fetch(url, { headers: sent, redirect: 'manual', signal: AbortSignal.timeout(patienceMs) })
    return response.ok ? await response.text() : null
  } finally {
    client.destroy()
  }
}

const elements = (xml: string, pattern: RegExp): readonly string[] => [...xml.matchAll(pattern)].map(([, text = '']) => text)

type Identity = { readonly kind: 'Role' | 'User'; readonly parameters: Readonly<Record<string, string>> }

function identityOfArn(arn: string): Identity | null {
  const [role, user] = [assumedRole(arn), readUserArn(arn)]
  if (user !== null) return { kind: 'User', parameters: { UserName: user.userName } }
  return role === null ? null : { kind: 'Role', parameters: { RoleName: role.roleName } }
}

/** The inline policies of the role or user that we run as. It can read them if its policy allows listing and getting its own policies. */
export async function ownPolicies(own: Own): Promise<OwnPolicies> {
  const identity = identityOfArn(own.arn)
  if (identity === null) return { kind: 'unreadable' }
  const { kind, parameters } = identity
  const list = await iamAnswer(own, { Action: `List${kind}Policies`, ...parameters })
  if (list === null) return { kind: 'unreadable' }
  const policies: Record<string, string> = {}
  for (const PolicyName of elements(list, /<member>([^<]*)<\/member>/g)) {
    const answer = await iamAnswer(own, { Action: `Get${kind}Policy`, ...parameters, PolicyName })
    const [document] = elements(answer ?? '', /<PolicyDocument>([^<]*)<\/PolicyDocument>/g)
    const text = percentDecoded(document ?? '')
    if (text === null || text === '') return { kind: 'unreadable' }
    policies[PolicyName] = text
  }
  return { kind: 'read', policies }
}

type Combined = {
  readonly text: string
  /** The name of the policy of each statement. */
  readonly names: readonly string[]
}

/** AWS evaluates the policies of a role together. Without Sids, which are unique only within each policy. Null for what is no policy. */
function combined(policies: Readonly<Record<string, string>>): Combined | null {
  const read = Object.entries(policies).map(([name, text]) => ({ name, document: PolicyDocument.safeParse(parseJson(text)).data }))
  const statements = read.flatMap(({ name, document }) => listOf(document?.Statement).map(({ Sid: _, ...rest }) => ({ name, rest })))
  if (read.some(({ document }) => document === undefined)) return null
  // The older one, which is the default, has no policy variables.
  const Version = read.every(({ document }) => document?.Version === '2012-10-17') ? '2012-10-17' : undefined
  const document = { Version, Statement: statements.map(({ rest }) => rest) }
  return { text: policyText(document), names: statements.map(({ name }) => name) }
}

type Application = { readonly kind: 'role' | 'user'; readonly words: string }

const applicationOf = ({ applicationUser }: Vendor): Application =>
  applicationUser === undefined
    ? { kind: 'role', words: 'the application role' }
    : { kind: 'user', words: 'the IAM user of the application' }

/** There is nothing to check, or it can't be read. */
function reasonUnchecked(policies: Combined | null, { kind, words }: Application): string {
  if (policies !== null) return `There are no inline policies of ${words} to check.`
  const name = kind === 'user' ? 'User' : 'Role'
  return `The inline policies of ${words} were not checked. Allow iam:List${name}Policies and iam:Get${name}Policy on the ${kind} itself.`
}

/** Logs what the rules find in our own inline policies. Never rejects: the server works without it. */
export async function reportOwnPolicies(own: Own, vendor: Vendor, log: Log): Promise<void> {
  const partition = partitionOf(own.region)
  const application = applicationOf(vendor)
  const read = await ownPolicies(own).catch((): OwnPolicies => ({ kind: 'unreadable' }))
  const policies = read.kind === 'unreadable' ? null : combined(read.policies)
  if (policies === null || policies.names.length === 0) {
    log.info({ partition }, reasonUnchecked(policies, application))
    return
  }
  for (const { rule, severity, message, why, path } of lintHostingPolicy(policies.text, 'en', {
    assumableRoles: rolesToAssume(vendor, partition),
  })) {
    const policy = policies.names[Number(path[1])]
    const subject = policy === undefined ? `Inline policies of ${application.words}` : `Policy ${policy} of ${application.words}`
    log.warn({ partition, policy, rule, severity }, `${subject}: ${message} ${why}`)
  }
}

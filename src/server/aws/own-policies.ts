import { STSClient } from '@aws-sdk/client-sts'
import { assumedRole } from '#core/aws/arn.ts'
import { type Partition, partitions } from '#core/aws/partition.ts'
import { partitionOf, Region } from '#core/aws/region.ts'
import { lintHostingPolicy } from '#core/rules/lint.ts'
import { percentDecoded } from '#core/text/strings.ts'
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

/** The inline policies of the role that we run as. It can read them if its policy allows iam:ListRolePolicies and iam:GetRolePolicy on itself. */
export async function ownPolicies(own: Own): Promise<OwnPolicies> {
  const role = assumedRole(own.arn)
  if (role === null) return { kind: 'unreadable' }
  const { roleName: RoleName } = role
  const list = await iamAnswer(own, { Action: 'ListRolePolicies', RoleName })
  if (list === null) return { kind: 'unreadable' }
  const policies: Record<string, string> = {}
  for (const PolicyName of elements(list, /<member>([^<]*)<\/member>/g)) {
    const answer = await iamAnswer(own, { Action: 'GetRolePolicy', RoleName, PolicyName })
    const [document] = elements(answer ?? '', /<PolicyDocument>([^<]*)<\/PolicyDocument>/g)
    const text = percentDecoded(document ?? '')
    if (text === null || text === '') return { kind: 'unreadable' }
    policies[PolicyName] = text
  }
  return { kind: 'read', policies }
}

/** Logs what the rules find in our own policies. Never rejects: the server works without it. */
export async function reportOwnPolicies(own: Own, log: Log): Promise<void> {
  const partition = partitionOf(own.region)
  const read = await ownPolicies(own).catch((): OwnPolicies => ({ kind: 'unreadable' }))
  if (read.kind === 'unreadable') {
    log.info(
      { partition },
      'The policies of the application role were not checked. Allow iam:ListRolePolicies and iam:GetRolePolicy on the role itself.',
    )
    return
  }
  for (const [policy, text] of Object.entries(read.policies))
    for (const { rule, severity, message, why } of lintHostingPolicy(text))
      log.warn({ partition, policy, rule, severity }, `Policy ${policy} of the application role: ${message} ${why}`)
}

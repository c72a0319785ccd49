import { readArn } from '#core/aws/arn.ts'
import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { readParameter } from '#core/aws/read-parameter.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import { vendorAccountId } from '#core/connection/role-plan.ts'
import { sendsSourceIdentity } from '#core/connection/role-policies.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { HostingPlatform } from '#core/connection/vendor-fields.ts'
import { messages } from '#core/text/messages.ts'
import type { HostingChoice } from './application-trust.ts'
import { examplesIn, type OwnResources } from './hosting-plan.ts'

type SingleField = 'cluster' | 'namespace' | 'serviceAccount' | 'oidcIssuer' | 'trustAnchorArn' | 'functionName'
type ListField = 'tables' | 'buckets' | 'registryTable'

/** Values that are typed, on the screen or as options of the command. */
export type HostingField = SingleField | ListField
export type HostingTexts = Readonly<Record<HostingField, string>>

/** Values that a platform can't do without. */
export const fieldsOf: Readonly<Record<HostingPlatform, readonly SingleField[]>> = {
  ec2: [],
  'ec2-auto-scaling': [],
  ecs: [],
  eks: ['cluster', 'namespace', 'serviceAccount'],
  'eks-irsa': ['oidcIssuer', 'namespace', 'serviceAccount'],
  lambda: ['functionName'],
  'roles-anywhere': ['trustAnchorArn'],
}

const lists: Readonly<Record<ListField, ParameterKind>> = {
  tables: 'dynamodb-table',
  buckets: 's3-bucket',
  registryTable: 'dynamodb-table',
}

export const hostingValueMessages = messages('hosting-values', {
  invalid: (value: string) => `${value} isn’t valid.`,
  elsewhere: (value: string, account: string, region: string) =>
    `${value} isn’t in account ${account} and ${region}, where the application runs.`,
  several: 'Rolebridge keeps its connections in one table.',
  expected: {
    tables: (example: string) => `Enter DynamoDB table names, like ${example}, or table ARNs.`,
    buckets: (example: string) => `Enter S3 bucket names, like ${example}, or bucket ARNs.`,
    registryTable: (example: string) => `Enter one DynamoDB table name, like ${example}, or its ARN.`,
    cluster: (example: string) => `Enter the name of your EKS cluster, like ${example}.`,
    namespace: (example: string) => `Enter a Kubernetes namespace, like ${example}.`,
    serviceAccount: (example: string) => `Enter the name of a Kubernetes service account, like ${example}.`,
    oidcIssuer: (example: string) => `Enter the issuer URL of your cluster, like https://${example}.`,
    trustAnchorArn: (example: string) => `Enter the ARN of your trust anchor, like ${example}.`,
    functionName: (example: string) => `Enter the name of your Lambda function, like ${example}.`,
  },
  /** Sessions of IAM Roles Anywhere carry a source identity, so the platform decides about the customers' trust policy. */
  configFirst:
    'Set "hosting": "roles-anywhere" in vendor.json first, and start the server with it. Customers’ trust policies must allow sts:SetSourceIdentity, and the server takes that from the config. Roles that customers created before need an update.',
})

/** True where the platform needs another trust policy than customers get with this config. */
export const needsConfigFirst = (vendor: Vendor, platform: HostingPlatform): boolean =>
  sendsSourceIdentity({ hosting: platform }) && !sendsSourceIdentity(vendor)

type Place = { readonly partition: string; readonly region: Region; readonly accountId: string }

/** S3 bucket ARNs name only the partition. */
function isElsewhere(text: string, { partition, region, accountId }: Place): boolean {
  const arn = readArn(text)
  return arn !== null && (arn.partition !== partition || !['', region].includes(arn.region) || !['', accountId].includes(arn.accountId))
}

export type HostingFault = {
  readonly field: HostingField
  /** Empty where there must be a value. */
  readonly value: string
  readonly reason: 'invalid' | 'elsewhere' | 'several'
}

type Reading = { readonly values: readonly string[]; readonly fault: HostingFault | null }

const kubernetesName = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/

const forms: Readonly<Record<SingleField, RegExp>> = {
  // https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html
  cluster: /^[A-Za-z0-9][\w-]{0,99}$/,
  namespace: /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  serviceAccount: kubernetesName,
  oidcIssuer: /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[A-Za-z0-9._-]+)*$/,
  // https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_TrustAnchorDetail.html
  trustAnchorArn: /^arn:[\w-]+:rolesanywhere:[\w-]+:\d{12}:trust-anchor\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  functionName: /^[\w-]{1,64}$/,
}

function readSingle(field: SingleField, text: string, place: Place): Reading {
  const value = field === 'oidcIssuer' ? text.trim().replace(/^https:\/\//, '') : text.trim()
  const isBad = !forms[field].test(value)
  if (!isBad && !isElsewhere(value, place)) return { values: [value], fault: null }
  return { values: [], fault: { field, value, reason: isBad ? 'invalid' : 'elsewhere' } }
}

/** Names, and ARNs of this place, reduced to the names in them. */
function readList(field: ListField, text: string, place: Place): Reading {
  const kind = lists[field]
  const { pattern } = parameterKinds[kind]
  const read = text
    .split(/[\s,;]+/)
    .filter((value) => value !== '')
    .map((value) => ({ value, name: readParameter(kind, value).value }))
  const isValid = ({ value, name }: (typeof read)[number]) => pattern.test(name) && !isElsewhere(value, place)
  const bad = read.find((each) => !isValid(each))
  const values = [...new Set(read.filter(isValid).map(({ name }) => name))]
  if (bad !== undefined) return { values, fault: { field, value: bad.value, reason: pattern.test(bad.name) ? 'elsewhere' : 'invalid' } }
  const [, second] = values
  if (field !== 'registryTable' || second === undefined) return { values, fault: null }
  return { values: [], fault: { field, value: second, reason: 'several' } }
}

const placeOf = (vendor: Vendor, region: Region): Place => {
  const partition = partitionOf(region)
  return { partition, region, accountId: vendorAccountId(vendor, partition) }
}

type HostingReading = { readonly choice: HostingChoice; readonly faults: readonly HostingFault[] }

type OwnResourcesReading = { readonly resources: OwnResources; readonly faults: readonly HostingFault[] }

/** The application's resources in the vendor account, and the faults of the texts. Names that can't be used are left out. */
export function readOwnResources(vendor: Vendor, region: Region, texts: Pick<HostingTexts, ListField>): OwnResourcesReading {
  const place = placeOf(vendor, region)
  const [tables, buckets, registry] = (['tables', 'buckets', 'registryTable'] as const).map((field) => readList(field, texts[field], place))
  return {
    resources: { tables: tables?.values ?? [], buckets: buckets?.values ?? [], registryTable: registry?.values[0] ?? null },
    faults: [tables, buckets, registry].flatMap((reading) => reading?.fault ?? []),
  }
}

/** The choice behind the texts, and what is wrong with those that the platform uses. Examples replace single values that can't be used; names in lists are left out. */
export function readHostingTexts(
  vendor: Vendor,
  { platform, region }: Pick<HostingChoice, 'platform' | 'region'>,
  texts: HostingTexts,
): HostingReading {
  const place = placeOf(vendor, region)
  const examples = examplesIn(vendor, region)
  const single = (field: SingleField) => readSingle(field, texts[field], place)
  const own = readOwnResources(vendor, region, texts)
  const value = (field: SingleField): string => single(field).values[0] ?? examples[field]
  return {
    choice: {
      platform,
      region,
      ...own.resources,
      cluster: value('cluster'),
      namespace: value('namespace'),
      serviceAccount: value('serviceAccount'),
      oidcIssuer: value('oidcIssuer'),
      trustAnchorArn: value('trustAnchorArn'),
      functionName: value('functionName'),
    },
    faults: [...fieldsOf[platform].map(single).flatMap(({ fault }) => fault ?? []), ...own.faults],
  }
}

/** The fault of a value, with what to enter instead. */
export function hostingFaultText({ field, value, reason }: HostingFault, vendor: Vendor, region: Region, language = 'en'): string {
  const words = hostingValueMessages.in(language)
  const { tables, buckets, ...others } = examplesIn(vendor, region)
  const examples = { ...others, tables: tables[0] ?? '', buckets: buckets[0] ?? '', registryTable: 'rolebridge' }
  const expected = words.expected[field](examples[field])
  if (value === '') return expected
  const { accountId } = placeOf(vendor, region)
  const found = { invalid: words.invalid(value), elsewhere: words.elsewhere(value, accountId, region), several: words.several }
  return `${found[reason]} ${expected}`
}

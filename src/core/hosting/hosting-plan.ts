import type { AccountId } from '#core/aws/account-id.ts'
import { RoleName, RolePath } from '#core/aws/iam-names.ts'
import { type Partition, partitions } from '#core/aws/partition.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import { applicationRoles, isVerifier } from '#core/connection/application-roles.ts'
import { vendorAccountId } from '#core/connection/role-plan.ts'
import { assumeActions, sendsSourceIdentity } from '#core/connection/role-policies.ts'
import { roleNamePattern } from '#core/connection/suffixed-role-name.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { type ApplicationRole, hasNameSuffix, mayChoose, offeredRegions } from '#core/connection/vendor-fields.ts'
import type { PolicyDocument, PolicyStatement } from '#core/policy/document.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { applicationTrust, type HostingChoice } from './application-trust.ts'

/** The application role in the vendor account, and what it runs on. Every rendering starts from it. */
export type HostingPlan = HostingChoice & {
  readonly vendor: Vendor
  readonly partition: Partition
  readonly accountId: AccountId
  readonly roleName: RoleName
  readonly rolePath: RolePath
  readonly roleArn: string
  readonly policyName: string
  /** The resources of sts:AssumeRole: any account, one role name. */
  readonly assumableRoles: readonly string[]
  readonly trustPolicy: PolicyDocument
  readonly permissionsPolicy: PolicyDocument
  /** Starts the names of the instance profile, launch template and so on. */
  readonly stackName: string
}

/** The name used where the config names no application role. */
const unnamedRole = RoleName.parse('Application')

/** At least 3 characters, the minimum of a launch template's name. */
function slug(name: string): string {
  const text = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  if (text === '') return 'application'
  return text.length < 3 ? `${text}-application` : text
}

/** Starts with a letter, as CloudFormation requires. */
export const stackNameOf = ({ name }: Pick<Vendor, 'name'>): string => slug(name.replace(/^[^a-z]+/i, ''))

const hashDigits = 8

/** A slug is short and leaves signs out, so different roles may have one: applying the template of the one would replace the other. */
const stackNameOfRole = (vendor: Vendor, role: ApplicationRole): string =>
  role.name === mainRole(vendor).name ? stackNameOf(vendor) : `${stackNameOf(role)}-${sha256Hex(role.name).slice(0, hashDigits)}`

/** Examples in the vendor's name, to start from. */
export function exampleChoice(vendor: Vendor): HostingChoice {
  const region = offeredRegions(vendor)[0]?.region
  if (region === undefined) throw new Error(`${vendor.name} offers no Region`)
  return { platform: vendor.hosting, ...examplesIn(vendor, region), registryTable: 'rolebridge' }
}

export function examplesIn(vendor: Vendor, region: Region): Omit<HostingChoice, 'platform' | 'registryTable'> {
  const name = slug(vendor.name)
  const partition = partitionOf(region)
  const { dnsSuffix } = partitions[partition]
  return {
    region,
    tables: [`${name}-jobs`],
    buckets: [`${name}-images`],
    cluster: name,
    namespace: 'default',
    serviceAccount: name,
    oidcIssuer: `oidc.eks.${region}.${dnsSuffix}/id/EXAMPLED539D4633E53DE1B71EXAMPLE`,
    trustAnchorArn: `arn:${partition}:rolesanywhere:${region}:${vendorAccountId(vendor, partition)}:trust-anchor/00000000-0000-0000-0000-000000000000`,
    functionName: name,
  }
}

const pathsOf = (vendor: Vendor): readonly string[] =>
  mayChoose(vendor, 'path') ? [...new Set(['/', '/*/'])].filter((path) => path !== vendor.role.path) : []

const assumable = (partition: Partition, path: string, name: string): string => `arn:${partition}:iam::*:role${path}${name}`

/** Only the account is a wildcard, and the end of a name that has a suffix for each connection. The second statement is for customers who choose the path of the role. */
export function assumeStatements(vendor: Vendor, partition: Partition, platform = vendor.hosting): readonly PolicyStatement[] {
  const { path } = vendor.role
  const name = roleNamePattern(vendor)
  const Action = assumeActions(sendsSourceIdentity({ hosting: platform }))
  const others = pathsOf(vendor).map((each) => assumable(partition, each, name))
  return [
    { Sid: 'AssumeCustomerRoles', Effect: 'Allow', Action, Resource: assumable(partition, path, name) },
    ...(others.length === 0
      ? []
      : [
          {
            Sid: 'AssumeCustomerRolesInAnyPath',
            Effect: 'Allow',
            Action,
            Resource: others.length === 1 ? (others[0] ?? '') : others,
          } satisfies PolicyStatement,
        ]),
  ]
}

/** ARNs with a wildcard for the account. */
export const rolesToAssume = (vendor: Vendor, partition: Partition): readonly string[] =>
  assumeStatements(vendor, partition).flatMap(({ Resource = [] }) => Resource)

const tableItems = [
  'dynamodb:BatchGetItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
  'dynamodb:DeleteItem',
  'dynamodb:DescribeTable',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:UpdateItem',
]

type Place = Pick<HostingPlan, 'partition' | 'region' | 'accountId'>

/** Queries name the index, so an index has an ARN of its own. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/using-identity-based-policies.html */
const tableArns = ({ partition, region, accountId }: Place, table: string): readonly string[] => {
  const arn = `arn:${partition}:dynamodb:${region}:${accountId}:table/${table}`
  return [arn, `${arn}/index/*`]
}

function tableStatement(sid: string, place: Place, tables: readonly string[]): readonly PolicyStatement[] {
  if (tables.length === 0) return []
  return [{ Sid: sid, Effect: 'Allow', Action: tableItems, Resource: tables.flatMap((table) => tableArns(place, table)) }]
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/security_iam_service-with-iam.html: a bucket and its objects are different resources. */
function bucketStatements({ partition }: Place, buckets: readonly string[]): readonly PolicyStatement[] {
  if (buckets.length === 0) return []
  const arns = buckets.map((bucket) => `arn:${partition}:s3:::${bucket}`)
  return [
    { Sid: 'ListOwnBuckets', Effect: 'Allow', Action: 's3:ListBucket', Resource: arns },
    {
      Sid: 'UseOwnObjects',
      Effect: 'Allow',
      Action: ['s3:DeleteObject', 's3:GetObject', 's3:PutObject'],
      Resource: arns.map((arn) => `${arn}/*`),
    },
  ]
}

const logStatement = ({ partition, region, accountId }: Place, functionName: string): PolicyStatement => ({
  Sid: 'WriteOwnLogs',
  Effect: 'Allow',
  Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
  Resource: `arn:${partition}:logs:${region}:${accountId}:log-group:/aws/lambda/${functionName}:*`,
})

export type OwnResources = Pick<HostingChoice, 'tables' | 'buckets' | 'registryTable'>

/** The application's resources in the vendor account. */
export const ownResourceStatements = (place: Place, { tables, buckets, registryTable }: OwnResources): readonly PolicyStatement[] => [
  ...tableStatement('UseOwnTables', place, tables),
  ...bucketStatements(place, buckets),
  ...tableStatement('UseConnections', place, registryTable === null ? [] : [registryTable]),
]

/** So that the running server can check its own policy. */
export const selfStatement = (roleArn: string): PolicyStatement => ({
  Sid: 'ReadOwnPolicies',
  Effect: 'Allow',
  Action: ['iam:GetRolePolicy', 'iam:ListRolePolicies'],
  Resource: roleArn,
})

/** IMDSv2 only. https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html */
export const metadataOptions = { HttpEndpoint: 'enabled', HttpTokens: 'required', HttpPutResponseHopLimit: 1 }

/** Describes a parameter of the ECS templates. */
export const executionRoleText =
  'The ARN of the task execution role, which pulls the image and writes logs. It has AmazonECSTaskExecutionRolePolicy, and is not the application role.'

/** A comment of the templates on the permissions policy. */
export const wildcardComment = (vendor: Vendor): string =>
  hasNameSuffix(vendor)
    ? `Explicit ARNs. Only the account of customers is a wildcard, which can be this account, too, and the end of the role name: each connection has its own suffix after ${vendor.role.name}-. That allows every role whose name, or the first part of whose path, starts with it.`
    : 'Explicit ARNs. Only the account of customers is a wildcard, and it can be this account, too.'

/** The application's own role, even where the config doesn't name it. */
export const mainRole = (vendor: Vendor): ApplicationRole => applicationRoles(vendor)[0] ?? { name: unnamedRole, path: RolePath.parse('/') }

/** The role of the checks needs the registry, and nothing of the application. */
const resourcesOf = (vendor: Vendor, role: ApplicationRole, choice: HostingChoice): HostingChoice =>
  isVerifier(vendor, role) ? { ...choice, tables: [], buckets: [] } : choice

/** The policies of the application role, or of another one that customers trust. Every ARN is explicit, but for the account of customers. */
export function hostingPlan(vendor: Vendor, given: HostingChoice, role = mainRole(vendor)): HostingPlan {
  const choice = resourcesOf(vendor, role, given)
  const partition = partitionOf(choice.region)
  const accountId = vendorAccountId(vendor, partition)
  const { name: roleName, path: rolePath } = role
  const roleArn = `arn:${partition}:iam::${accountId}:role${rolePath}${roleName}`
  const place = { partition, accountId, region: choice.region }
  const assume = assumeStatements(vendor, partition, choice.platform)
  return {
    ...choice,
    vendor,
    partition,
    accountId,
    roleName,
    rolePath,
    roleArn,
    policyName: roleName,
    stackName: stackNameOfRole(vendor, role),
    assumableRoles: rolesToAssume(vendor, partition),
    trustPolicy: applicationTrust(choice, place),
    permissionsPolicy: {
      Version: '2012-10-17',
      Statement: [
        ...assume,
        ...ownResourceStatements(place, choice),
        ...(choice.platform === 'lambda' ? [logStatement(place, choice.functionName)] : []),
        selfStatement(roleArn),
      ],
    },
  }
}

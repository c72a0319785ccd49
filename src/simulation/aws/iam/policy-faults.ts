import * as z from 'zod/mini'
import { readArn } from '#core/aws/arn.ts'
import { listOf, PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { policyQuotas, policySize } from '#core/policy/size.ts'
import { parseJson } from '#core/text/strings.ts'
import { type Refusal, refused } from '#simulation/aws/answer.ts'
import type { Call } from '#simulation/aws/call.ts'
import { currentRole, roleKey } from '#simulation/aws/roles.ts'
import { isVendorUser } from '#simulation/aws/vendor-user.ts'

type Scope = Pick<Call, 'world' | 'partition'>

const roleResource = /^(?:role\/(?:.*\/)?|assumed-role\/)([\w+=,.@-]+)(?:\/[\w+=,.@-]+)?$/

/** Every account exists. A role must have been created, and each account has one user, and the vendor's that of its application. */
function identityExists({ world, partition }: Scope, accountId: string, resource: string): boolean {
  if (resource === 'root' || resource === 'user/Administrator') return true
  if (isVendorUser(world.vendor, `arn:${partition}:iam::${accountId}:${resource}`)) return true
  const isSession = resource.startsWith('assumed-role/')
  const roleName = (isSession ? /^assumed-role\/([^/]+)\// : /^role\/(?:.*\/)?([^/]+)$/).exec(resource)?.[1]
  if (roleName === undefined || !roleResource.test(resource)) return false
  return currentRole(world, roleKey({ partition, accountId, roleName }))?.roleName === roleName
}

function isAwsPrincipal(scope: Scope, principal: string): boolean {
  if (principal === '*' || /^\d{12}$/.test(principal)) return true
  const arn = readArn(principal)
  if (arn?.partition !== scope.partition || !/^(iam|sts)$/.test(arn.service) || arn.region !== '') return false
  return /^\d{12}$/.test(arn.accountId) && identityExists(scope, arn.accountId, arn.resource)
}

/** `word` is the name of the kind in IAM's errors. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html */
const principalKinds: Readonly<Record<string, { readonly word: string; readonly isValid: (scope: Scope, principal: string) => boolean }>> =
  {
    AWS: { word: 'AWS', isValid: isAwsPrincipal },
    Service: { word: 'SERVICE', isValid: (_, principal) => /^[\w.-]+\.amazonaws\.(com(\.cn)?|eu)$/.test(principal) },
    Federated: { word: 'FEDERATED', isValid: (_, principal) => principal !== '*' && principal !== '' },
  }

/** Null if every principal exists. */
function invalidPrincipal(scope: Scope, document: PolicyDocument): string | null {
  const named = listOf(document.Statement).flatMap(({ Principal }) =>
    typeof Principal === 'object'
      ? Object.entries(Principal).flatMap(([kind, values]) => listOf(values).map((value) => ({ kind, value })))
      : [],
  )
  const invalid = named.find(({ kind, value }) => !(Object.hasOwn(principalKinds, kind) && principalKinds[kind]?.isValid(scope, value)))
  if (invalid === undefined) return null
  return `Invalid principal in policy: "${principalKinds[invalid.kind]?.word ?? invalid.kind}":"${invalid.value}"`
}

/** IAM allows no character above ÿ in a policy. https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html */
export const policyText = {
  required: true,
  minimumLength: 1,
  maximumLength: 131_072,
  pattern: '[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+',
} as const

const malformed = (message: string): Refusal => refused(400, 'MalformedPolicyDocument', message)

const Fields = z.record(z.string(), z.unknown())
const Statements = z.object({
  Statement: z.union([
    z.pipe(
      Fields,
      z.transform((fields) => [fields]),
    ),
    z.array(Fields),
  ]),
})

const documentFields = ['Version', 'Id', 'Statement']
const statementFields = ['Sid', 'Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition']
const versions = [undefined, '2012-10-17', '2008-10-17']

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
const operator =
  /^(ForAllValues:|ForAnyValue:)?(Null|(String(Not)?(Equals(IgnoreCase)?|Like)|Arn(Not)?(Equals|Like)|Bool|Binary(Equals)?|(Not)?IpAddress|(Numeric|Date)((Not)?Equals|LessThan(Equals)?|GreaterThan(Equals)?))(IfExists)?)$/i

/** A rule for one statement. Returns IAM's error, or null. */
type StatementRule = (statement: PolicyStatement) => string | null

const operatorRule: StatementRule = ({ Condition }) => {
  const unknown = Object.keys(Condition ?? {}).find((name) => !operator.test(name))
  return unknown === undefined ? null : `Invalid Condition type : ${unknown}.`
}

const assumeRoleActions =
  /^sts:(\*|(Assume\*?|AssumeRole\*?|AssumeRoleWithSAML|AssumeRoleWithWebIdentity|TagSession|SetSourceIdentity|SetContext))$/i

// https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html
const trustRules: readonly StatementRule[] = [
  ({ Resource }) => (Resource === undefined ? null : 'Has prohibited field Resource'),
  ({ NotResource }) => (NotResource === undefined ? null : 'Has prohibited field NotResource'),
  ({ NotPrincipal }) => (NotPrincipal === undefined ? null : 'Has prohibited field NotPrincipal'),
  ({ Principal }) => (Principal === undefined ? 'Missing required field Principal' : null),
  ({ Principal }) => (typeof Principal === 'string' ? `AssumeRolepolicy contained an invalid principal: "STAR":"${Principal}".` : null),
  ({ Action, NotAction }) => (Action === undefined && NotAction === undefined ? 'Missing required field Action' : null),
  ({ Action }) =>
    listOf(Action).every((action) => assumeRoleActions.test(action)) ? null : 'AssumeRole policy may only specify STS AssumeRole actions.',
  operatorRule,
]

const permissionsRules: readonly StatementRule[] = [
  ({ Principal, NotPrincipal }) => ((Principal ?? NotPrincipal) === undefined ? null : 'Policy document should not specify a principal.'),
  ({ Action, NotAction }) => ((Action ?? NotAction) === undefined ? 'Policy statement must contain actions.' : null),
  ({ Resource, NotResource }) => ((Resource ?? NotResource) === undefined ? 'Policy statement must contain resources.' : null),
  ({ Action, NotAction }) =>
    [...listOf(Action), ...listOf(NotAction)].every((action) => action === '*' || /^[\w-]+:[\w*?]+$/.test(action))
      ? null
      : 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
  ({ Resource, NotResource }) => {
    const wrong = [...listOf(Resource), ...listOf(NotResource)].find((resource) => resource !== '*' && !/^arn:/.test(resource))
    return wrong === undefined ? null : `Resource ${wrong} must be in ARN format or "*".`
  },
  operatorRule,
]

function shapeFault(value: unknown): string | null {
  const statements = Statements.safeParse(value)
  if (!statements.success) return 'Syntax errors in policy.'
  const isKnown = Object.keys(statements.data).length > 0 && Object.keys(Object(value)).every((field) => documentFields.includes(field))
  const list = statements.data.Statement
  if (!isKnown || list.length === 0) return 'Syntax errors in policy.'
  if (list.some((statement) => statement['Effect'] === undefined)) return 'Missing required field Effect'
  return list.flatMap((statement) => Object.keys(statement)).every((field) => statementFields.includes(field))
    ? null
    : 'Syntax errors in policy.'
}

function readDocument(text: string, rules: readonly StatementRule[]): PolicyDocument | Refusal {
  const value = parseJson(text)
  if (value === undefined) return malformed('This policy contains invalid Json')
  const shape = shapeFault(value)
  const document = PolicyDocument.safeParse(value)
  if (shape !== null || !document.success || !versions.includes(document.data.Version))
    return malformed(shape ?? 'Syntax errors in policy.')
  for (const statement of listOf(document.data.Statement)) {
    const fault = rules.map((rule) => rule(statement)).find((text) => text !== null)
    if (fault !== undefined && fault !== null) return malformed(fault)
  }
  return document.data
}

/** Null for a trust policy that IAM accepts. */
export function trustPolicyRefusal(call: Call, text: string): Refusal | null {
  const document = readDocument(text, trustRules)
  if ('kind' in document) return document
  const principal = invalidPrincipal(call, document)
  if (principal !== null) return malformed(principal)
  const quota = policyQuotas['trust-policy']
  return policySize(document) > quota ? refused(409, 'LimitExceeded', `Cannot exceed quota for ACLSizePerRole: ${quota}`) : null
}

/** Null for a permissions policy that IAM accepts in addition to the role's other policies. */
export function permissionsPolicyRefusal(text: string, others: readonly string[], roleName: string): Refusal | null {
  const document = readDocument(text, permissionsRules)
  if ('kind' in document) return document
  const size = policySize(document) + others.reduce((sum, other) => sum + other.replace(/\s/g, '').length, 0)
  const quota = policyQuotas['inline-policies']
  return size > quota ? refused(409, 'LimitExceeded', `Maximum policy size of ${quota} bytes exceeded for role ${roleName}`) : null
}

/** Null for the document of a managed policy that IAM accepts. */
export function managedPolicyRefusal(text: string): Refusal | null {
  const document = readDocument(text, permissionsRules)
  if ('kind' in document) return document
  const quota = policyQuotas['managed-policy']
  return policySize(document) > quota ? refused(409, 'LimitExceeded', `Cannot exceed quota for PolicySize: ${quota}`) : null
}

import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf, PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'

/** What is known of any stack of this connection. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
const pseudoParameters = ({ partition, accountId, region }: RolePlan): ReadonlyMap<string, string> =>
  new Map<string, string>([
    ['AWS::Partition', partition],
    ['AWS::AccountId', accountId],
    ['AWS::Region', region],
  ])

/** What must stand below a key, in one of these forms. */
function wantedBelow(
  key: string,
  { partition, vendorAccountId, externalId, nextExternalId, applicationPrincipalArns }: RolePlan,
  isRoleNamed: boolean,
): readonly string[] {
  const directly = isRoleNamed ? [] : applicationPrincipalArns
  const texts: Readonly<Record<string, readonly string[]>> = {
    action: ['sts:AssumeRole'],
    aws: [...directly, `arn:${partition}:iam::${vendorAccountId}:root`, vendorAccountId],
    'sts:externalid': [externalId, ...(nextExternalId === null ? [] : [nextExternalId])],
    'aws:principalarn': applicationPrincipalArns,
  }
  return texts[key.toLowerCase()] ?? []
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** Names in Terraform and the AWS CDK for the account and the partition of the role. */
function knownValue(name: string, plan: RolePlan): string | null {
  if (/^data\.aws_caller_identity\.\w+\.account_id$|^(?:this|self)\.account$/.test(name)) return plan.accountId
  if (/^data\.aws_partition\.\w+\.partition$/.test(name)) return plan.partition
  return pseudoParameters(plan).get(name) ?? null
}

/** The principal can name the application role if no condition does. */
type Filling = {
  readonly open: readonly string[]
  readonly plan: RolePlan
  readonly isRoleNamed: boolean
  /** Values of the same list. */
  readonly earlier?: readonly unknown[]
}

/** Several roles of the application stand side by side in one list. */
const isManyOf = (key: string, { applicationPrincipalArns }: RolePlan): boolean =>
  key.toLowerCase() === 'aws:principalarn' && applicationPrincipalArns.length > 1

/** The first of the wanted texts that it may come to; else as it is, with what is known filled in. */
function filledText(text: string, key: string, { open, plan, isRoleNamed, earlier = [] }: Filling): string {
  const parts = text.split(/(\$\{[^{}]*\})/).map((part) => {
    const name = part.slice(2, -1)
    return part.startsWith('${') && open.includes(name) ? knownValue(name, plan) : part
  })
  if (!parts.includes(null)) return parts.join('')
  const form = new RegExp(`^${parts.map((part) => (part === null ? '[\\s\\S]*' : literally(part))).join('')}$`)
  const fitting = wantedBelow(key, plan, isRoleNamed).filter((candidate) => form.test(candidate))
  return fitting.find((candidate) => isManyOf(key, plan) && !earlier.includes(candidate)) ?? fitting[0] ?? text
}

/** One of a list may be what is wanted, and no second one. */
function filledList(values: readonly unknown[], key: string, filling: Filling): readonly unknown[] {
  const filled: unknown[] = []
  for (const value of values) {
    const next = filledValue(value, key, { ...filling, earlier: filled })
    filled.push(typeof next === 'string' && filled.includes(next) ? value : next)
  }
  return filled
}

function filledValue(value: unknown, key: string, filling: Filling): unknown {
  if (typeof value === 'string') return filledText(value, key, filling)
  if (Array.isArray(value)) return filledList(value, key, filling)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([inner, part]) => [inner, filledValue(part, inner, filling)]))
}

/**
 * The policy with each value that a template leaves open as it must be, where it can be: what is wrong then is wrong
 * whatever is given for it.
 */
export function fillPlaceholders(document: PolicyDocument, open: readonly string[], plan: RolePlan): PolicyDocument {
  const filled = PolicyDocument.safeParse(
    filledValue(document, '', { open, plan, isRoleNamed: /aws:PrincipalArn/i.test(JSON.stringify(document)) }),
  )
  return filled.success ? filled.data : document
}

/** The requested resources of statements that have an action in common with this one; else all of them. */
function wantedFor({ Action }: PolicyStatement, { Statement }: PolicyDocument): readonly string[] {
  const actions = listOf(Action).map((action) => action.toLowerCase())
  const shared = listOf(Statement).filter((asked) => listOf(asked.Action).some((action) => actions.includes(action.toLowerCase())))
  return (shared.length > 0 ? shared : listOf(Statement)).flatMap(({ Resource }) => listOf(Resource))
}

/** Each resource that is left open, as all of the requested ones that it may come to. */
export function fillResources(document: PolicyDocument, open: readonly string[], plan: RolePlan): PolicyDocument {
  const filled = (resource: string, wanted: readonly string[]): readonly string[] => {
    const known = filledText(resource, '', { open, plan, isRoleNamed: false })
    const isOpen = open.some((name) => known.includes(`\${${name}}`))
    const form = new RegExp(
      `^${known
        .split(/\$\{[^{}]*\}/)
        .map(literally)
        .join('[\\s\\S]*')}$`,
    )
    const fitting = isOpen ? wanted.filter((candidate) => form.test(candidate)) : []
    return fitting.length > 0 ? fitting : [known]
  }
  const statements = listOf(document.Statement).map((statement) => {
    const wanted = wantedFor(statement, plan.permissionsPolicy)
    const resources = listOf(statement.Resource).flatMap((resource) => filled(resource, wanted))
    return statement.Resource === undefined ? statement : { ...statement, Resource: resources }
  })
  return open.length === 0 ? document : { ...document, Statement: statements }
}

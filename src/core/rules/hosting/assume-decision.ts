import { PolicyStatement } from '#core/policy/document.ts'
import { type Evaluation, evaluateIdentityPolicies } from '#core/policy/evaluate.ts'
import { jsonValue } from '#core/policy/json/json-node.ts'
import type { ConditionView, PolicyView, StatementView } from '#core/policy/policy-view.ts'
import { hasWildcard } from '#core/policy/wildcard.ts'
import { assumableRoles, type HostingSubject } from './assumable-roles.ts'

/** Null for what AWS rejects. */
function parsedStatement({ node, element }: StatementView): PolicyStatement | null {
  const hasOne = (name: string) => (element(name) === undefined) !== (element(`Not${name}`) === undefined)
  const read = PolicyStatement.safeParse(jsonValue(node))
  return read.success && hasOne('Action') && hasOne('Resource') ? read.data : null
}

const parsed = new WeakMap<StatementView, PolicyStatement | null>()

/** Rules evaluate the whole policy for each statement, so each is parsed only once. */
function readStatement(statement: StatementView): PolicyStatement | null {
  const known = parsed.get(statement)
  if (known !== undefined) return known
  const read = parsedStatement(statement)
  parsed.set(statement, read)
  return read
}

/** Otherwise other rules find what AWS rejects. */
export const isReadable = ({ statements }: PolicyView): boolean => statements.every((statement) => readStatement(statement) !== null)

export const externalIdConditions = ({ conditions }: StatementView): readonly ConditionView[] =>
  conditions.filter(({ keyName }) => keyName === 'sts:externalid')

/** An external ID that no policy names. */
export const unnamedId = 'f3Zq8Lw2Vt6Rb9Xk'

/** External IDs that a customer can have: any, or the ones that a condition names. */
export const possibleIds = ({ statements }: PolicyView): readonly string[] => [
  unnamedId,
  ...statements
    .flatMap(externalIdConditions)
    .flatMap(({ values }) => values.map(({ text }) => text.replace(/[*?]/g, 'x')))
    .slice(0, 10),
]

/** The account is none of those in the policy, so that a list of accounts doesn't count as all of them. */
const newAccount = (text: string): string =>
  ['444455556666', '555566667777', '666677778888', '777788889999'].find((id) => !text.includes(id)) ?? '888899990000'

/** A role that the pattern of an ARN matches. As long as a suffix, in case another pattern has a question mark for each character. */
export const exampleRole = ({ text }: PolicyView, pattern: string): string =>
  pattern
    .split(':')
    .map((field, index) => (index === 4 && hasWildcard(field) ? newAccount(text) : field.replace(/\*/g, 'xxxxxxxxxx').replace(/\?/g, 'x')))
    .join(':')

/** The roles of the config, or else those that the policy names. */
export function exampleRoles(view: HostingSubject): readonly string[] {
  const named = assumableRoles(view).flatMap(({ text }) => (/^arn:[a-z-]+:iam::[^:]*:role\/./.test(text) ? [text] : []))
  const patterns = view.context?.assumableRoles ?? [...new Set(named)].slice(0, 5)
  return (patterns.length === 0 ? ['arn:aws:iam::*:role/any'] : patterns).map((pattern) => exampleRole(view, pattern))
}

type Call = { readonly role: string; readonly externalId: string | null }

function evaluated({ version }: PolicyView, Statement: PolicyStatement[], { role, externalId }: Call): Evaluation {
  const request = { action: 'sts:AssumeRole', resource: role, context: { 'sts:ExternalId': externalId ?? [] } }
  return evaluateIdentityPolicies([{ Version: version ?? undefined, Statement }], request)
}

/** The decision of all statements together about AssumeRole. */
export const decision = (view: PolicyView, statements: readonly StatementView[], call: Call): Evaluation =>
  evaluated(
    view,
    statements.flatMap((statement) => readStatement(statement) ?? []),
    call,
  )

/** AWS's answer where everything else is allowed. */
export function withDeny(view: PolicyView, statement: StatementView, call: Call): Evaluation {
  const read = readStatement(statement)
  return evaluated(view, [{ Effect: 'Allow', Action: '*', Resource: '*' }, ...(read === null ? [] : [read])], call)
}

import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'

/** Calls that are asked about on their own: by their caller, or by their external ID. */
type Known = { readonly principalArns: readonly string[]; readonly externalIds: readonly string[] }

type Conditions = NonNullable<PolicyStatement['Condition']>

/** True of a call only if one of the values is its own. A call without the key has none; each call has `aws:PrincipalArn`. */
const requiresValue = (key: string, operator: string): boolean =>
  /^(?:ForAnyValue:)?(?:String|Arn)(?:Equals|Like)(?:IfExists)?$/.test(operator) &&
  (key === 'aws:principalarn' || !operator.endsWith('IfExists'))

/** True of a call, also one without the key, unless one of the values is its own. */
const excludesValue = (operator: string): boolean => /^(?:String|Arn)Not(?:Equals|Like)(?:IfExists)?$/.test(operator)

/** A text that can mean no other value. */
const isExact = (text: string): boolean => !/[*?]|\$\{/.test(text)

function knownValues(key: string, { principalArns, externalIds }: Known): readonly string[] {
  if (key === 'aws:principalarn') return principalArns.filter(isExact)
  return key === 'sts:externalid' ? externalIds.filter(isExact) : []
}

/**
 * Each call has one `aws:PrincipalArn`, so an operator for a set of values compares that one. And no two roles, and no two users, have names
 * that differ in case alone: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const comparison = (key: string, operator: string): string =>
  key === 'aws:principalarn' ? operator.replace(/^For(?:Any|All)Values?:/, '').replace('IgnoreCase', '') : operator

type Test = readonly [operator: string, key: string, value: Conditions[string][string]]

/** The test without known values. True: it holds for every other call. False: for none. */
function remainingTest([operator, key, value]: Test, known: Known): Test | boolean {
  const name = key.toLowerCase()
  const compared = comparison(name, operator)
  const isRequired = requiresValue(name, compared)
  const values = listOf(value)
  if (values.length === 0 || !(isRequired || excludesValue(compared))) return [operator, key, value]
  const left = values.filter((one) => !knownValues(name, known).includes(String(one)))
  return left.length === 0 ? !isRequired : [operator, key, left]
}

/** Null: the statement is about none of the other calls. */
function remainingStatement(statement: PolicyStatement, known: Known): PolicyStatement | null {
  const { Principal, Condition, ...others } = statement
  // AWS doesn't say what an object without members means, whatever stands beside it.
  if (Object.values(Condition ?? {}).some((keys) => Object.keys(keys).length === 0)) return statement
  const tests = Object.entries(Condition ?? {}).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => remainingTest([operator, key, value], known)),
  )
  if (tests.includes(false)) return null
  const left = tests.filter((test) => typeof test !== 'boolean')
  const operators = [...new Set(left.map(([operator]) => operator))]
  const keysOf = (wanted: string) => left.flatMap(([operator, key, value]) => (operator === wanted ? [[key, value] as const] : []))
  const conditions = Object.fromEntries(operators.map((operator) => [operator, Object.fromEntries(keysOf(operator))]))
  const principal = remainingPrincipal(Principal, known)
  if (principal === null) return null
  return {
    ...others,
    ...(principal === undefined ? {} : { Principal: principal }),
    ...(Condition === undefined || (left.length === 0 && tests.length > 0) ? {} : { Condition: conditions }),
  }
}

/** Null: it names none but known ones. */
function remainingPrincipal(principal: PolicyStatement['Principal'], { principalArns }: Known): PolicyStatement['Principal'] | null {
  if (typeof principal !== 'object' || principal['AWS'] === undefined) return principal
  const { AWS, ...others } = principal
  const names = listOf(AWS)
  const left = names.filter((name) => !principalArns.includes(name))
  if (left.length > 0 || names.length === 0) return { ...others, AWS: [...left] }
  return Object.keys(others).length === 0 ? null : others
}

/** The policy as far as it is about calls by none of these callers, and with none of these external IDs. */
export function remainingPolicy(policy: PolicyDocument, known: Known): PolicyDocument {
  return { ...policy, Statement: listOf(policy.Statement).flatMap((statement) => remainingStatement(statement, known) ?? []) }
}

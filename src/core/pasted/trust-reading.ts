import { listOf, type PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { matchesPattern } from '#core/policy/wildcard.ts'

/** One key of one operator of a statement's condition. */
export type ConditionTest = {
  /** As it is written, for example `ForAllValues:StringLikeIfExists`. */
  readonly operator: string
  readonly key: string
  readonly values: readonly string[]
}

type TrustStatement = {
  readonly statement: PolicyStatement
  readonly principals: readonly string[]
  readonly tests: readonly ConditionTest[]
  readonly idTests: readonly ConditionTest[]
}

export type TrustReading = {
  readonly document: PolicyDocument
  readonly statements: readonly PolicyStatement[]
  /** The Allow statements that let somebody assume the role. */
  readonly assuming: readonly TrustStatement[]
  readonly denying: readonly TrustStatement[]
}

const idKey = 'sts:externalid'

/** Key names have no case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html */
export const isKey = (test: Pick<ConditionTest, 'key'>, key: string): boolean => test.key.toLowerCase() === key.toLowerCase()

export function namesAction({ Action, NotAction }: PolicyStatement, action: string): boolean {
  const matches = (pattern: string) => matchesPattern(action.toLowerCase(), pattern.toLowerCase())
  return listOf(Action).some(matches) || (NotAction !== undefined && !listOf(NotAction).some(matches))
}

function principalsOf({ Principal }: PolicyStatement): readonly string[] {
  if (Principal === undefined || typeof Principal === 'string') return listOf(Principal)
  return Object.hasOwn(Principal, 'AWS') ? listOf(Principal['AWS']) : []
}

const testsOf = ({ Condition = {} }: PolicyStatement): readonly ConditionTest[] =>
  Object.entries(Condition).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, values]) => ({ operator, key, values: listOf(values).map(String) })),
  )

function trustStatement(statement: PolicyStatement): TrustStatement {
  const tests = testsOf(statement)
  return { statement, principals: principalsOf(statement), tests, idTests: tests.filter((test) => isKey(test, idKey)) }
}

export function readTrust(document: PolicyDocument): TrustReading {
  const statements = listOf(document.Statement)
  const allowing = statements.filter(({ Effect }) => Effect === 'Allow')
  return {
    document,
    statements,
    assuming: allowing.filter((statement) => namesAction(statement, 'sts:AssumeRole')).map(trustStatement),
    denying: statements.filter(({ Effect }) => Effect === 'Deny').map(trustStatement),
  }
}

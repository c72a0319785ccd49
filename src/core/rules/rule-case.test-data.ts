import type { JsonValue } from '#core/policy/json/json-node.ts'
import type { TrustContext } from './trust-subject.ts'

/** A text that a rule is tried with. */
export type RuleCase = { readonly name: string; readonly text: string; readonly context?: Partial<TrustContext> }

export type RuleCases = {
  /** The rule finds something. */
  readonly bad: readonly RuleCase[]
  /** The rule is silent: it is what one should write. */
  readonly good: readonly RuleCase[]
  /** The rule is silent, though it looks like what the rule looks for. */
  readonly nearMiss: readonly RuleCase[]
}

/** The cases of all rules in one list. */
export const listed = (cases: Readonly<Record<string, RuleCases>>) =>
  Object.entries(cases).flatMap(([rule, { bad, good, nearMiss }]) => [
    ...bad.map((tried) => ({ rule, kind: 'finds', ...tried })),
    ...[...good, ...nearMiss].map((tried) => ({ rule, kind: 'is silent about', ...tried })),
  ])

export const vendor = '111122223333'
export const other = '999900001111'
export const externalId = 'c0ffee-7Qm2vK9dRt4XwB8n'
export const root = `arn:aws:iam::${vendor}:root`

export const trustContext: TrustContext = {
  vendorAccountId: vendor,
  externalId,
  customerAccountId: '444455556666',
  partition: 'aws',
  vendorName: 'Pixel Pier',
}

type Statement = { readonly [element: string]: JsonValue | undefined }

export const statement: Statement = {
  Effect: 'Allow',
  Principal: { AWS: root },
  Action: 'sts:AssumeRole',
  Condition: { StringEquals: { 'sts:ExternalId': externalId } },
}

/** Elements that are undefined are left out. */
export const policyOf = (...statements: readonly Statement[]): string =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)

/** The right trust policy with some elements of its statement changed. */
export const trustPolicyWith = (changes: Statement, ...more: readonly Statement[]): string =>
  policyOf({ ...statement, ...changes }, ...more)

export const rightTrustPolicy = trustPolicyWith({})

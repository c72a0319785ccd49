import { accountRootArn } from '#core/aws/arn.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { PolicyDocument, PolicyStatement } from '#core/policy/document.ts'
import { listOf } from '#core/policy/document.ts'
import type { ShownCause } from './verdict.ts'

type Condition = NonNullable<PolicyStatement['Condition']>
type Planned = Pick<RolePlan, 'trustPolicy' | 'externalId' | 'partition' | 'vendorAccountId'>
type Change = (statement: PolicyStatement, plan: Planned) => readonly PolicyStatement[]

const key = 'sts:ExternalId'

/** The condition on the external ID becomes another. What names the application stays. */
const withIdCondition =
  (condition: (externalId: string) => Condition): Change =>
  ({ Condition = {}, ...statement }, { externalId }) => {
    const { StringEquals: _, ...others } = Condition
    const changed = { ...condition(externalId), ...others }
    return [Object.keys(changed).length === 0 ? statement : { ...statement, Condition: changed }]
  }

const withoutIdCondition = withIdCondition(() => ({}))

/** The whole vendor account in place of the application, which a condition or the principal names. */
function trustingAccount({ Condition = {}, ...statement }: PolicyStatement, { partition, vendorAccountId }: Planned): PolicyStatement {
  const { ArnEquals: _, ...others } = Condition
  return { ...statement, Principal: { AWS: accountRootArn(partition, vendorAccountId) }, Condition: others }
}

/** One way to write each mistake, as people make it. */
const changes: Partial<Readonly<Record<ShownCause, Change>>> = {
  'no-condition': withoutIdCondition,
  'second-statement-without-condition': (statement, plan) => [statement, ...withoutIdCondition(statement, plan)],
  'if-exists': withIdCondition((id) => ({ StringEqualsIfExists: { [key]: id } })),
  'for-all-values': withIdCondition((id) => ({ 'ForAllValues:StringEquals': { [key]: id } })),
  'wildcard-value': withIdCondition(() => ({ StringLike: { [key]: '*' } })),
  'null-false': withIdCondition(() => ({ Null: { [key]: 'false' } })),
  'null-true': withIdCondition(() => ({ Null: { [key]: 'true' } })),
  'negated-operator': withIdCondition((id) => ({ StringNotEquals: { [key]: id } })),
  'pattern-value': withIdCondition((id) => ({ StringLike: { [key]: `${id}*` } })),
  'ignore-case': withIdCondition((id) => ({ StringEqualsIgnoreCase: { [key]: id } })),
  'any-principal': (statement, plan) => [{ ...trustingAccount(statement, plan), Principal: { AWS: '*' } }],
  'principal-condition-missing': (statement, plan) => [trustingAccount(statement, plan)],
}

/** The trust policy that would explain what was found, if the cause tells how it is written. Nobody has read the real one. */
export function likelyTrustPolicy(cause: ShownCause | undefined, plan: Planned): PolicyDocument | null {
  const change = cause === undefined ? undefined : changes[cause]
  const [statement] = listOf(plan.trustPolicy.Statement)
  if (change === undefined || statement === undefined) return null
  return { ...plan.trustPolicy, Statement: [...change(statement, plan)] }
}

import { AccountId } from '#core/aws/account-id.ts'
import { accountRootArn } from '#core/aws/arn.ts'
import type { Partition } from '#core/aws/partition.ts'
import { listOf, PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { parseJson } from '#core/text/strings.ts'
import type { PolicyEdit } from './scenario.ts'

/** Null for text that isn't a policy. */
export function readPolicy(text: string): PolicyDocument | null {
  return PolicyDocument.safeParse(parseJson(text)).data ?? null
}

type Condition = NonNullable<PolicyStatement['Condition']>
type Values = Condition[string][string]

const key = 'sts:ExternalId'

/** Changes every statement that requires an external ID with `StringEquals`. */
function onIdStatements(
  change: (statement: PolicyStatement, externalId: Values, rest: Condition) => readonly PolicyStatement[],
): PolicyEdit {
  return (document) => ({
    ...document,
    Statement: listOf(document.Statement).flatMap((statement) => {
      const { StringEquals: { [key]: externalId, ...otherKeys } = {}, ...rest } = statement.Condition ?? {}
      if (externalId === undefined) return [statement]
      return change(statement, externalId, Object.keys(otherKeys).length === 0 ? rest : { ...rest, StringEquals: otherKeys })
    }),
  })
}

const conditioned = ({ Condition: _, ...statement }: PolicyStatement, condition: Condition): PolicyStatement =>
  Object.keys(condition).length === 0 ? statement : { ...statement, Condition: condition }

export const withIdCondition = (condition: (externalId: string) => Condition): PolicyEdit =>
  onIdStatements((statement, externalId, rest) => [conditioned(statement, { ...rest, ...condition(String(listOf(externalId)[0] ?? '')) })])

/** Adds a statement that allows the same principals without an external ID. */
export const withOpenStatement: PolicyEdit = onIdStatements((statement, _, rest) => [
  statement,
  conditioned({ ...statement, Sid: 'Temporary' }, rest),
])

/** Replaces the principal, and removes the condition on the application role. */
export const withPrincipal = (principal: (partition: Partition) => string): PolicyEdit => {
  return (document, partition) => {
    const edit = onIdStatements((statement, externalId) => [
      { ...statement, Principal: { AWS: principal(partition) }, Condition: { StringEquals: { [key]: externalId } } },
    ])
    return edit(document, partition)
  }
}

const wholeAccount = (principal: string): string => principal.replace(/^(arn:[^:]*:iam::\d{12}):user\/.*$/, '$1:root')

/** Trusts the vendor account in place of the application: a condition names its role, or the principal its user. */
export const withWholeAccount: PolicyEdit = onIdStatements(({ Principal, ...statement }, externalId) => [
  {
    ...statement,
    Principal: typeof Principal === 'object' ? { AWS: listOf(Principal['AWS']).map(wholeAccount) } : Principal,
    Condition: { StringEquals: { [key]: externalId } },
  },
])

export const rootOf =
  (accountId: string) =>
  (partition: Partition): string =>
    accountRootArn(partition, AccountId.parse(accountId))

export const withDeny: PolicyEdit = onIdStatements((statement) => [
  statement,
  { ...conditioned(statement, {}), Sid: 'NotYetApproved', Effect: 'Deny' },
])

export const withBucketsRenamed: PolicyEdit = (document) => ({
  ...document,
  Statement: listOf(document.Statement).map((statement) => ({
    ...statement,
    Resource: listOf(statement.Resource).map((arn) => arn.replace(/^(arn:[\w-]+:s3:::)([^/*]+)/, '$1$2-archive')),
  })),
})

/** Text that isn't a policy stays unchanged. */
export function editedPolicy(text: string, edit: PolicyEdit | undefined, partition: Partition): string {
  const document = readPolicy(text)
  return edit === undefined || document === null ? text : JSON.stringify(edit(document, partition))
}

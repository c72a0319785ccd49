import { AccountId } from '#core/aws/account-id.ts'
import { accountRootArn } from '#core/aws/arn.ts'
import type { Partition } from '#core/aws/partition.ts'
import { listOf, PolicyDocument, type PolicyStatement } from '#core/policy/document.ts'
import { parseJson } from '#core/text/encodings.ts'
import type { PolicyEdit } from './scenario.ts'

/** Null for a text that is no policy. */
export function readPolicy(text: string): PolicyDocument | null {
  return PolicyDocument.safeParse(parseJson(text)).data ?? null
}

type Condition = NonNullable<PolicyStatement['Condition']>
type Values = Condition[string][string]

const key = 'sts:ExternalId'

/** Every statement that asks for an external ID by `StringEquals` is changed; others stay. */
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

/** The condition on the external ID becomes another one. */
export const withIdCondition = (condition: (externalId: string) => Condition): PolicyEdit =>
  onIdStatements((statement, externalId, rest) => [conditioned(statement, { ...rest, ...condition(String(listOf(externalId)[0] ?? '')) })])

/** A statement that lets the same principals in and asks for no ID stands beside the right one. */
export const withOpenStatement: PolicyEdit = onIdStatements((statement, _, rest) => [
  statement,
  conditioned({ ...statement, Sid: 'Temporary' }, rest),
])

/** The principal changes, and the condition that names the application role goes. */
export const withPrincipal = (principal: (partition: Partition) => string): PolicyEdit => {
  return (document, partition) => {
    const edit = onIdStatements((statement, externalId) => [
      { ...statement, Principal: { AWS: principal(partition) }, Condition: { StringEquals: { [key]: externalId } } },
    ])
    return edit(document, partition)
  }
}

/** The principal stays, and the condition that names the application role goes. */
export const withoutPrincipalArn: PolicyEdit = onIdStatements((statement, externalId) => [
  { ...statement, Condition: { StringEquals: { [key]: externalId } } },
])

export const rootOf =
  (accountId: string) =>
  (partition: Partition): string =>
    accountRootArn(partition, AccountId.parse(accountId))

/** Nothing is taken away; a Deny statement is added. */
export const withDeny: PolicyEdit = onIdStatements((statement) => [
  statement,
  { ...conditioned(statement, {}), Sid: 'NotYetApproved', Effect: 'Deny' },
])

/** Every bucket that a statement names gets another name. */
export const withBucketsRenamed: PolicyEdit = (document) => ({
  ...document,
  Statement: listOf(document.Statement).map((statement) => ({
    ...statement,
    Resource: listOf(statement.Resource).map((arn) => arn.replace(/^(arn:[\w-]+:s3:::)([^/*]+)/, '$1$2-archive')),
  })),
})

/** A text that is no policy stays as it is. */
export function editedPolicy(text: string, edit: PolicyEdit | undefined, partition: Partition): string {
  const document = readPolicy(text)
  return edit === undefined || document === null ? text : JSON.stringify(edit(document, partition))
}

import { AccountId } from '#core/aws/account-id.ts'
import { readUserArn } from '#core/aws/arn.ts'
import { Partition } from '#core/aws/partition.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { type Guessability, guessability, isLittleMoreThan } from '#core/connection/external-id/guessability.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { sendsSourceIdentity, trustPolicy } from '#core/connection/role-policies.ts'
import type { Rule } from '#core/policy/form/rule.ts'
import { type JsonValue, jsonValue } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import {
  awsPrincipals,
  type PlacedText,
  type PolicyView,
  type PrincipalView,
  placedTexts,
  policyView,
  type StatementView,
} from '#core/policy/policy-view.ts'
import { policyQuotas } from '#core/policy/size.ts'
import { matchesPattern } from '#core/policy/wildcard.ts'
import { once } from './once.ts'
import type { SignatureTerms } from './trust-probes.ts'
import { type TrustSignature, trustSignature } from './trust-signature.ts'

/** What the trust policy should say. */
export type TrustContext = {
  readonly vendorAccountId: string
  readonly externalId: string
  /** The new external ID while it replaces the other: both are accepted. */
  readonly nextExternalId?: string | null | undefined
  /** The old external ID, which may still be accepted while it is replaced. */
  readonly previousExternalId?: string | null | undefined
  readonly customerAccountId?: string | undefined
  /** Of the customer account. */
  readonly partition?: string | undefined
  readonly vendorName?: string | undefined
  /** The ARN of the role or IAM user that the application calls as, where the vendor names it. */
  readonly applicationPrincipalArn?: string | null | undefined
  /** In place of `applicationPrincipalArn`: several roles, each of which must be allowed. */
  readonly applicationPrincipalArns?: readonly string[] | undefined
  /** The name of `applicationPrincipalArn` in versions before 0.2. */
  readonly applicationRoleArn?: string | null | undefined
  readonly sendsSessionTags?: boolean | undefined
  readonly sendsSourceIdentity?: boolean | undefined
  /** Left out: when the policy is read. */
  readonly now?: Date | undefined
}

export type TrustStatement = StatementView & {
  readonly isAllow: boolean
  readonly principals: readonly PrincipalView[]
  /** Services, identity providers and canonical users. */
  readonly otherPrincipals: readonly PlacedText[]
  /** `Action` names it, or `NotAction` leaves it out. */
  readonly coversAction: (action: string) => boolean
  /** An Allow that lets AWS principals call AssumeRole. */
  readonly admits: boolean
}

export type TrustSubject = Omit<PolicyView, 'statements'> & {
  readonly context: TrustContext
  readonly terms: SignatureTerms
  readonly statements: readonly TrustStatement[]
  readonly value: JsonValue
  readonly partition: string
  /** Null when the document is too broken to be evaluated. */
  readonly signature: TrustSignature | null
  readonly intended: JsonValue | null
  readonly size: number
  readonly sizeMaximum: number
  readonly guessability: (externalId: string) => Guessability | null
}

/** Longer texts are far above every quota, and not evaluated. */
const evaluatedMaximum = 40_000

/** Who writes `allow` means it, and AWS says what is wrong with it. */
function trustStatement(statement: StatementView): TrustStatement {
  const isAllow = statement.effect?.toLowerCase() === 'allow'
  const principals = awsPrincipals(statement)
  const names = (element: string, action: string) =>
    statement.texts(element).some(({ text }) => matchesPattern(action.toLowerCase(), text.toLowerCase()))
  const excludes = statement.element('NotAction') !== undefined
  const isForAws =
    principals.length > 0 || statement.element('NotPrincipal') !== undefined || statement.element('Principal')?.kind === 'text'
  return {
    ...statement,
    isAllow,
    principals,
    otherPrincipals: otherPrincipals(statement),
    coversAction: (action) => names('Action', action) || (excludes && !names('NotAction', action)),
    admits: isAllow && isForAws && (names('Action', 'sts:AssumeRole') || excludes),
  }
}

function otherPrincipals({ element, path }: StatementView): readonly PlacedText[] {
  const principal = element('Principal')
  if (principal?.kind !== 'object') return []
  return principal.members.flatMap(({ key, value }) => (key.value === 'AWS' ? [] : placedTexts(value, [...path, 'Principal', key.value])))
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_permissions-required */
function actions({ sendsSessionTags, sendsSourceIdentity }: TrustContext): JsonValue {
  const more = [...(sendsSessionTags ? ['sts:TagSession'] : []), ...(sendsSourceIdentity ? ['sts:SetSourceIdentity'] : [])]
  return more.length === 0 ? 'sts:AssumeRole' : ['sts:AssumeRole', ...more]
}

export function applicationsOf({ applicationPrincipalArns, applicationPrincipalArn, applicationRoleArn }: TrustContext): readonly string[] {
  if (applicationPrincipalArns !== undefined) return applicationPrincipalArns
  const arn = applicationPrincipalArn ?? applicationRoleArn ?? null
  return arn === null ? [] : [arn]
}

/** The IAM user that must be the principal, or null. */
export const applicationUserOf = (context: TrustContext): string | null =>
  applicationsOf(context).find((arn) => readUserArn(arn) !== null) ?? null

/** The policy that the context asks for; null where it cannot be made of it. */
export function intendedPolicy(context: TrustContext, partitionText: string): JsonValue | null {
  const vendorAccountId = AccountId.safeParse(context.vendorAccountId)
  const externalId = ExternalId.safeParse(context.externalId)
  const partition = Partition.safeParse(partitionText)
  if (!vendorAccountId.success || !externalId.success || !partition.success) return null
  const policy = trustPolicy({
    partition: partition.data,
    vendorAccountId: vendorAccountId.data,
    externalId: externalId.data,
    secondExternalId: ExternalId.safeParse(context.nextExternalId).data ?? null,
    applicationPrincipalArns: applicationsOf(context),
    sendsSourceIdentity: context.sendsSourceIdentity ?? false,
  })
  const value: JsonValue = JSON.parse(JSON.stringify(policy))
  const Action = actions(context)
  return { ...policyObject(value), Statement: statementsOf(value).map((statement) => ({ ...statement, Action })) }
}

type JsonObject = { readonly [name: string]: JsonValue }

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const policyObject = (value: JsonValue): JsonObject => (isObject(value) ? value : {})

function statementsOf(value: JsonValue): readonly JsonObject[] {
  const statements = policyObject(value)['Statement']
  return Array.isArray(statements) ? statements.filter(isObject) : []
}

export const withStatement = (policy: JsonValue, statement: JsonValue): JsonValue => ({
  ...policyObject(policy),
  Statement: [...statementsOf(policy), statement],
})

/** The customer account's; if it is unknown, that of the first principal that has one. */
function partitionOf(context: TrustContext, statements: readonly TrustStatement[]): string {
  const named = statements.flatMap(({ principals }) => principals.flatMap(({ partition }) => (partition === null ? [] : [partition])))
  return context.partition ?? named.find((text) => Partition.safeParse(text).success) ?? 'aws'
}

/** The external ID of the calls; if the context has none, the one that the policy requires. */
function probedExternalId({ externalId }: TrustContext, statements: readonly TrustStatement[]): string {
  const demanded = statements.flatMap(({ conditions }) => conditions).find(({ keyName }) => keyName === 'sts:externalid')
  return externalId || demanded?.values[0]?.text || 'an-external-id'
}

/** Those that may be accepted in addition, while the external ID is replaced. */
export const otherIdsOf = ({ nextExternalId, previousExternalId }: TrustContext): readonly string[] =>
  [nextExternalId, previousExternalId].flatMap((id) => id ?? [])

function guessabilityOf({ vendorName, customerAccountId, vendorAccountId }: TrustContext) {
  const names = vendorName === undefined ? [] : [vendorName]
  const of = (externalId: string, accountId: string | undefined): Guessability | null => {
    const guess = guessability(externalId, { names, accountId })
    const isNumberOnly = guess === 'contains-account-id' && accountId !== undefined
    return isNumberOnly && !isLittleMoreThan(accountId, externalId, { names }) ? null : guess
  }
  return (externalId: string): Guessability | null => of(externalId, customerAccountId) ?? of(externalId, vendorAccountId)
}

export function trustSubject(view: PolicyView, context: TrustContext): TrustSubject {
  const statements = view.statements.map(trustStatement)
  const value = jsonValue(view.root)
  const partition = partitionOf(context, statements)
  const { vendorAccountId, customerAccountId, nextExternalId = null, now = new Date() } = context
  const externalId = probedExternalId(context, statements)
  const terms = {
    vendorAccountId,
    customerAccountId,
    partition,
    externalId,
    nextExternalId,
    otherIds: otherIdsOf(context),
    applicationPrincipalArns: applicationsOf(context),
    now,
  }
  const signature = once(() => (view.text.length > evaluatedMaximum ? null : trustSignature(view, value, terms)))
  return {
    ...view,
    context,
    terms,
    statements,
    value,
    partition,
    // The evaluation is the expensive part, and many rules don't need it.
    get signature() {
      return signature()
    },
    get intended() {
      return intendedPolicy(context, partition)
    },
    // White space is not counted. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    size: JSON.stringify(value).length,
    sizeMaximum: policyQuotas['trust-policy'],
    guessability: guessabilityOf(context),
  }
}

export const contextOfPlan = ({
  vendorAccountId,
  externalId,
  nextExternalId,
  previousExternalId,
  accountId,
  partition,
  vendor,
  applicationPrincipalArns,
}: RolePlan): TrustContext => ({
  vendorAccountId,
  externalId,
  nextExternalId,
  previousExternalId,
  customerAccountId: accountId,
  partition,
  vendorName: vendor.name,
  applicationPrincipalArns,
  sendsSourceIdentity: sendsSourceIdentity(vendor),
})

/** Null for a text that is not JSON. */
export function readTrustPolicy(text: string, context: TrustContext): TrustSubject | null {
  const { root } = readJson(text)
  return root === null ? null : trustSubject(policyView(text, root), context)
}

export type TrustRule = Rule<TrustSubject>

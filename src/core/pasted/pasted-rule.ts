import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { RuleFacts } from '#core/policy/form/rule.ts'
import type { Text } from '#core/text/messages.ts'
import { type ExplanationFacts, explanationFacts } from '#core/verify/explanation.ts'
import { denialIn } from './denial.ts'
import { denialReason, namedPolicy } from './denied-request.ts'
import { deniedAction, deniedSession } from './denied-session.ts'
import { isMaskedName, otherDeniedRole, withoutSpacesInMasks } from './named-role.ts'
import type { ErrorTextFact } from './pasted-fact.ts'
import type { PastedRole } from './pasted-role.ts'
import { asSentence } from './quoted-reason.ts'
import { rejectedParameter } from './rejected-parameter.ts'
import { deniedCall, roleDenial } from './role-denial.ts'
import { storageOperation } from './storage-call.ts'

/** Decides which fixes are offered. */
export type RulePart =
  | 'stack'
  | 'role'
  | 'session-duration'
  | 'boundary'
  | 'trust-policy'
  | 'permissions-policy'
  /** Managed policies that have to be attached. */
  | 'attached-policies'
  /** Managed policies that have to be detached. */
  | 'further-policies'
  | 'organization'
  | 'vendor'
  /** The program that made the call, and the text doesn't show whose it is. */
  | 'caller'
  /** Nothing in the role to fix: the text says what to do, if anything. */
  | 'finding'
  | 'terminal'

export type Found = {
  readonly sentence: Text
  readonly detail: Text
  /** Given if the text decides who has to act. */
  readonly part?: RulePart
}

/** One thing that can be wrong with a role. The first in the list that applies is reported first. */
export type PastedRule = {
  /** Permanent. That of the linter's rule where both report the same. */
  readonly id: string
  readonly part: RulePart
  readonly title: Text
  /** The AWS page that it rests on. */
  readonly source: string
  /** More exact rules: this one is not reported along with them. */
  readonly suppressedBy?: readonly string[]
  /** Less exact rules: they are not reported after this one. */
  readonly suppresses?: readonly string[]
  /** Rules that only the linter checks and that follow from this one. */
  readonly covers?: readonly string[]
  /** Null where the role does not have it. */
  readonly found: (pastedRole: PastedRole) => Found | null
}

/** The part of a trust policy rule that comes from the linter's catalog. */
export type CatalogFacts = Pick<RuleFacts, 'id' | 'source'> & {
  readonly messages: { readonly in: (language: string) => { readonly title: string; readonly why?: string } }
}

export const ofCatalog = ({ id, source, messages }: CatalogFacts): Pick<PastedRule, 'id' | 'source' | 'title' | 'part'> => ({
  id,
  source,
  part: 'trust-policy',
  title: (language) => messages.in(language).title,
})

/** The reason that the rule gives, followed by what the plan requires. */
export const whyOf =
  ({ messages }: CatalogFacts, required: Text): Text =>
  (language) =>
    [messages.in(language).why, required(language)].filter(Boolean).join(' ')

const guide = 'https://docs.aws.amazon.com/IAM/latest/UserGuide'

export const pages = {
  principal: `${guide}/reference_policies_elements_principal.html`,
  externalId: `${guide}/id_roles_create_for-user_externalid.html`,
  operators: `${guide}/reference_policies_elements_condition_operators.html`,
  setOperators: `${guide}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
  conditionKeys: `${guide}/reference_policies_condition-keys.html`,
  stsKeys: `${guide}/reference_policies_iam-condition-keys.html`,
  denyAllow: `${guide}/reference_policies_evaluation-logic_policy-eval-denyallow.html`,
  action: `${guide}/reference_policies_elements_action.html`,
  sessionTags: `${guide}/id_session-tags.html`,
  sourceIdentity: `${guide}/id_credentials_temp_control-access_monitor.html`,
  confusedDeputy: `${guide}/confused-deputy.html`,
  roleTroubles: `${guide}/troubleshoot_roles.html`,
  accessDenied: `${guide}/troubleshoot_access-denied.html`,
  quotas: `${guide}/reference_iam-quotas.html`,
  identifiers: `${guide}/reference_identifiers.html`,
  boundaries: `${guide}/access_policies_boundaries.html`,
  managedPolicies: `${guide}/access_policies_manage-attach-detach.html`,
  resource: `${guide}/reference_policies_elements_resource.html`,
  stsRegions: `${guide}/id_credentials_temp_enable-regions.html`,
  assumeRole: 'https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html',
  stackTroubles: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
  stackRules: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html',
  createStack: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html',
  createRole: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html',
  resourceControlPolicies: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html',
  serviceControlPolicies: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html',
  commonErrors: 'https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html',
  cliTroubles: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-troubleshooting.html',
} as const

/** Values that the texts name. */
export type PlanFacts = Omit<RolePlan, keyof ExplanationFacts> & ExplanationFacts

export const planFacts = (plan: RolePlan): PlanFacts => ({ ...plan, ...explanationFacts(plan) })

export type Trusted = Pick<RolePlan, 'vendorAccountId' | 'applicationUserArn'>

/** Whom the role must trust, in English. */
export const trusted = ({ vendorAccountId, applicationUserArn }: Trusted): string =>
  applicationUserArn === null ? `account ${vendorAccountId}` : `the IAM user ${applicationUserArn}`

type RuleText<Facts> = string | ((facts: Facts) => string)

type RuleTexts<Facts> = { readonly title: string; readonly sentence: RuleText<Facts>; readonly detail: RuleText<Facts> }

export type FamilyTexts<Id extends string, Facts> = (language: string) => Readonly<Record<Id, RuleTexts<Facts>>>

const textOf = <Facts>(text: RuleText<Facts>, facts: Facts): string => (typeof text === 'function' ? text(facts) : text)

export const worded = <Id extends string, Facts>(texts: FamilyTexts<Id, Facts>, id: Id, facts: Facts): Found => ({
  sentence: (language) => textOf(texts(language)[id].sentence, facts),
  detail: (language) => textOf(texts(language)[id].detail, facts),
})

type ValuesOf<Text> = Text extends (facts: infer Facts) => string ? Facts : unknown

type FactsOf<Texts> = Texts extends { readonly sentence: infer Sentence; readonly detail: infer Detail }
  ? ValuesOf<Sentence> & ValuesOf<Detail>
  : never

type FamilyRule<Id extends string, Facts> = Omit<PastedRule, 'id' | 'title' | 'found'> & {
  readonly id: Id
  /** The values of its texts. Null where the role does not have the fault. */
  readonly facts: (pastedRole: PastedRole) => Facts | null
}

/** A rule with its texts under its ID in the catalog of its family. */
export function familyRule<Id extends string, Texts extends { readonly [Key in Id]: RuleTexts<never> }>(
  texts: (language: string) => Texts,
  rule: FamilyRule<Id, FactsOf<Texts[Id]>>,
): PastedRule
export function familyRule<Id extends string, Facts>(texts: FamilyTexts<Id, Facts>, rule: FamilyRule<Id, Facts>): PastedRule
export function familyRule<Id extends string, Facts>(texts: FamilyTexts<Id, Facts>, { facts, ...rule }: FamilyRule<Id, Facts>): PastedRule {
  return {
    ...rule,
    title: (language) => texts(language)[rule.id].title,
    found: (pastedRole) => {
      const given = facts(pastedRole)
      return given === null ? null : worded(texts, rule.id, given)
    },
  }
}

/** Findings from an error text. */
export type ErrorForm<Id extends string> = Omit<FamilyRule<Id, ErrorFacts>, 'facts'> & {
  readonly is: (error: ErrorTextFact, pastedRole: PastedRole) => boolean
}

/** The role that a denied call names, also where its account is masked. Null: it names none, or its name is masked too. */
function namedRole(written: string): string | null {
  const message = withoutSpacesInMasks(written)
  const [, arn = '', name = ''] =
    /to perform:?\s+sts:AssumeRole\s+on\s+resource:\s+"?(arn:[\w-]*:iam::[^\s:"]{0,40}:role\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]*\w))/.exec(
      message,
    ) ?? []
  const [, ofCdk] = /could not be used to assume '?(arn:[\w-]+:iam::\d{12}:role\/cdk-[\w+=,.@-]*\w)/.exec(message) ?? []
  if (ofCdk !== undefined) return ofCdk
  return name === '' || isMaskedName(name) ? null : arn
}

const nameIn = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1)

/** True for a role with another name, whatever its account is. */
export const isOtherName = (message: string, plan: RolePlan): boolean => nameIn(namedRole(message) ?? plan.roleName) !== plan.roleName

/** In groups of four; empty where AWS names none. */
function inactiveAccount(message: string): string {
  const [, accountId] = /for account:? ?(\d{12})/.exec(message) ?? []
  return accountId === undefined ? '' : accountIdInGroups(accountId)
}

const bareDenial =
  /^(?:access (?:is )?denied|(?:you are|user is) not authorized(?: to perform this operation)?|forbidden|unauthorized(?: operation)?)\W*(?:Encoded authorization failure message\b.*)?$/is

/** Why AWS denied a call. Empty where the message says only that it did. */
function statedReason({ code, message }: ErrorTextFact): string {
  const said = asSentence(message)
  return said === '' || said === `${code}.` || bareDenial.test(said) ? '' : said
}

/** Facts that the text tells in addition to the words of the error. */
const toldFacts = (error: ErrorTextFact) => ({
  circumstances: error.circumstances ?? [],
  malformedArn: error.malformedArn ?? null,
  signIn: error.signIn ?? ('other' as const),
  requestedDuration: error.requestedDuration ?? null,
})

function errorFacts({ plan, caller }: PastedRole, error: ErrorTextFact) {
  const { message, operation } = error
  const call = deniedCall(message)
  const denial = roleDenial(message)
  const reason = denialReason(message)
  return {
    ...planFacts(plan),
    message: asSentence(message),
    statedReason: statedReason(error),
    isEncoded: message.includes('Encoded authorization failure message'),
    deniedAction: deniedAction(message),
    callDenial: denialIn(message, plan),
    operation: operation ?? '',
    storageCall: storageOperation(message, operation),
    deniedCaller: deniedSession(message)?.caller ?? '',
    otherRole: otherDeniedRole(message, plan) ?? '',
    caller: call?.caller ?? denial?.caller ?? '',
    calledRoleArn: call?.roleArn || (namedRole(message) ?? ''),
    inactiveAccount: inactiveAccount(message),
    denial,
    ...toldFacts(error),
    rejected: rejectedParameter(message),
    deniedBy: namedPolicy(reason),
    isExplicit: reason.isExplicit,
    isSessionShown: caller?.arn.includes(`:assumed-role/${plan.roleName}/`) === true,
    absentRole: /(?:role with name |IAM Role \()([\w+=,.@-]+)(?: cannot be found|\): couldn't find)/i.exec(message)?.[1] ?? plan.roleName,
  }
}
export type ErrorFacts = ReturnType<typeof errorFacts>

export const ofErrors = <Id extends string>(texts: FamilyTexts<Id, ErrorFacts>, forms: readonly ErrorForm<Id>[]): readonly PastedRule[] =>
  forms.map(({ is, ...rule }) =>
    familyRule(texts, {
      ...rule,
      facts: (pastedRole) => {
        const error = pastedRole.errors.find((candidate) => is(candidate, pastedRole))
        return error === undefined ? null : errorFacts(pastedRole, error)
      },
    }),
  )

export const hasCode =
  (...codes: readonly string[]) =>
  ({ code }: ErrorTextFact): boolean =>
    codes.includes(code ?? '')

import type { PolicyDocument } from '#core/policy/document.ts'
import type { Evaluation } from '#core/policy/evaluate.ts'
import { awsPrincipals, type PolicyView, readPrincipal } from '#core/policy/policy-view.ts'
import type { KeyValues } from '#core/policy/request-context.ts'
import { anyText } from '#core/policy/text-set.ts'
import { type CallSet, evaluateCallSet } from '#core/policy/unknown-calls.ts'
import {
  type Budget,
  budgetFor,
  conditionsOnKeys,
  isOwnRole,
  momentsOf,
  type SignatureTerms,
  valuesOf,
  worstAnswer,
} from './trust-probes.ts'

type Names = {
  readonly accounts: readonly string[]
  readonly principalArns: readonly string[]
  readonly externalIds: readonly string[]
}

/** A policy of the largest size that AWS takes has fewer. Calls with names beyond these aren't told apart. */
const namesMaximum = 500

const firstOf = (names: readonly string[]): readonly string[] => [...new Set(names)].slice(0, namesMaximum)

/** All that the policy names in full. */
function namesOf(view: PolicyView): Names {
  const principals = view.statements.flatMap(awsPrincipals).map(({ text }) => text)
  const callers = [...principals, ...valuesOf(view, ['aws:principalarn', 'aws:principalaccount'])]
  const read = callers.map((text) => ({ text, ...readPrincipal(text) }))
  return {
    accounts: firstOf(callers.flatMap((text) => text.match(/(?<!\d)\d{12}(?!\d)/g) ?? [])),
    principalArns: firstOf(read.flatMap(({ text, kind, roleArn }) => roleArn ?? (kind === 'user' ? text : []))),
    externalIds: firstOf(valuesOf(view, ['sts:externalid'])),
  }
}

/** Takes a set of calls apart where it has no single answer. */
type Split = (calls: CallSet) => readonly CallSet[]

/** Those named, each on its own, and all others. */
const byCaller =
  ({ principalArns }: Names, excluded: readonly string[]): Split =>
  (calls) => {
    const isOfSet = (arn: string) => arn.startsWith(`arn:${calls.partition}:iam::${calls.accountId}:${calls.kind}/`)
    const named = principalArns.filter((arn) => isOfSet(arn) && !excluded.includes(arn))
    return [{ ...calls, but: new Set([...calls.but, ...principalArns]) }, ...named.map((principalArn) => ({ ...calls, principalArn }))]
  }

const byId: Split = (calls) => calls.externalId.map((values) => ({ ...calls, externalId: [values] }))
const byMfa: Split = (calls) => calls.mfa.map((values) => ({ ...calls, mfa: [values] }))

function answerTo(policy: PolicyDocument, budget: Budget, calls: CallSet, [split, ...others]: readonly Split[]): Evaluation {
  const answer = budget.spend() ? evaluateCallSet(policy, calls) : 'unknown'
  if (answer !== 'unknown' || split === undefined) return answer
  return worstAnswer(split(calls), (part) => answerTo(policy, budget, part, others))
}

/** Calls of which only this is known. */
export type CallGroup = {
  /** Null: any account that the policy doesn't name. */
  readonly accountId: string | null
  readonly externalIds: readonly KeyValues[]
  /** Callers whose calls don't count. */
  readonly excluded: readonly string[]
}

export type CallGroups = {
  /** The answer to one of the calls that lets in most. `unknown` also where the budget is used up; without one of its own, all questions share one. */
  readonly answer: (policy: PolicyDocument, groups: readonly CallGroup[], budget?: Budget) => Evaluation
  /** All calls that must be refused: from other accounts, and from the vendor's without a right external ID. */
  readonly refused: readonly CallGroup[]
  /** From any account, without an external ID, or with one that the policy doesn't name. */
  readonly withUnknownId: readonly CallGroup[]
  /** From accounts that aren't the vendor's, with whatever external ID, and none. */
  readonly ofOthers: readonly CallGroup[]
  readonly withId: (externalId: string) => readonly CallGroup[]
  readonly ofAccount: (accountId: string | null, externalIds: readonly (string | undefined)[], excluded?: readonly string[]) => CallGroup
}

/** Undefined: a call without one. */
const valuesOfIds = (ids: readonly (string | undefined)[]): readonly KeyValues[] => ids.map((id) => (id === undefined ? [] : [id]))

/**
 * Calls of roles and users, with and without MFA, in groups that together are all calls: nobody else can call AssumeRole.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
 */
export function callGroups(view: PolicyView, terms: SignatureTerms): CallGroups {
  const { partition, vendorAccountId, externalId, otherIds, now } = terms
  const names = namesOf(view)
  const accounts = names.accounts.filter((accountId) => accountId !== vendorAccountId)
  const right = [...new Set([externalId, ...otherIds])]
  const known = [...new Set([...right, ...names.externalIds])]
  const unknownIds: readonly KeyValues[] = [[], [{ form: anyText, but: new Set(known) }]]
  const wrongIds = [...unknownIds, ...valuesOfIds(known.filter((id) => !right.includes(id)))]
  const ownRoles = names.principalArns.filter((arn) => isOwnRole(arn, terms))
  const isMfaCompared = conditionsOnKeys(view, ['aws:multifactorauthpresent']).length > 0
  const moments = momentsOf(
    view.statements.flatMap(({ conditions }) => conditions),
    now,
  )
  const shared = budgetFor(view.text)
  const answerOf = (policy: PolicyDocument, budget: Budget, { accountId, externalIds, excluded }: CallGroup): Evaluation =>
    worstAnswer(['role', 'user'] as const, (kind) => {
      const but = new Set([...(accountId === null ? [vendorAccountId, ...accounts] : []), ...excluded])
      const mfa = [[], ['false'], ['true']]
      const calls = { partition, accountId, kind, principalArn: null, but, action: 'sts:AssumeRole', externalId: externalIds, mfa, moments }
      return answerTo(policy, budget, calls, [byCaller(names, excluded), byId, ...(isMfaCompared ? [byMfa] : [])])
    })
  const ofOthers = (externalIds: readonly KeyValues[]): readonly CallGroup[] =>
    [null, ...accounts].map((accountId) => ({ accountId, externalIds, excluded: ownRoles }))
  const ofVendor = (externalIds: readonly KeyValues[]): CallGroup => ({ accountId: vendorAccountId, externalIds, excluded: [] })
  const ofAnyOther = ofOthers([...unknownIds, ...valuesOfIds(known)])
  return {
    answer: (policy, groups, budget = shared) => worstAnswer(groups, (group) => answerOf(policy, budget, group)),
    refused: [ofVendor(wrongIds), ...ofAnyOther],
    withUnknownId: [ofVendor(unknownIds), ...ofOthers(unknownIds)],
    ofOthers: ofAnyOther,
    withId: (id) => [ofVendor([[id]]), ...ofOthers([[id]])],
    ofAccount: (accountId, ids, excluded = ownRoles) => ({ accountId, externalIds: valuesOfIds(ids), excluded }),
  }
}

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import {
  allowsVendor,
  type Claim,
  dependsOnAddress,
  dependsOnTime,
  type Judged,
  keepsOtherSessionsOut,
  keepsVendorOut,
  letsEveryAccountIn,
  letsOtherRoleIn,
  letsOthersIn,
  letsOwnRoleIn,
  policyTextOf,
  takesAnotherId,
  takesAnyId,
  takesNoId,
  takesOtherCase,
  takesWrongId,
  takesWrongIdOfVendor,
  writtenStatements,
} from '#core/rules/trust/written-policies.test-data.ts'
import { isSafe } from '#core/rules/trust-signature.ts'
import { runs } from '#tools/thorough.ts'
import { diagnoseFacts } from './diagnose-pasted.ts'
import { assessments, toolReports } from './pasted-assessments.test-data.ts'
import { creations } from './pasted-creations.test-data.ts'
import { descriptions } from './pasted-descriptions.test-data.ts'
import { integrations } from './pasted-integrations.test-data.ts'
import { kinds } from './pasted-kinds.test-data.ts'
import { programLogs } from './pasted-logs.test-data.ts'
import { reports } from './pasted-reports.test-data.ts'
import { reviewed } from './pasted-reviews.test-data.ts'
import { pastedRole, readTrust } from './pasted-role.ts'
import { pastedRules } from './pasted-rules.ts'
import { tickets } from './pasted-tickets.test-data.ts'
import { readPastedRole } from './read-pasted-role.ts'
import { observedRole, roleMutations } from './role-mutations.test-data.ts'

/** The claim about calls that each sentence on a trust policy makes. */
const claims: Readonly<Record<string, Claim>> = {
  TP02: letsEveryAccountIn,
  'principal-limited': (facts) => !letsEveryAccountIn(facts),
  TP04: keepsVendorOut,
  TP05: keepsVendorOut,
  TP06: keepsVendorOut,
  TP09: (facts) => letsOthersIn(facts) || letsOtherRoleIn(facts) || facts.text.includes('"Service"'),
  TP10: keepsOtherSessionsOut,
  TP11: takesNoId,
  TP12: takesWrongId,
  TP14: takesNoId,
  TP15: takesNoId,
  // A Null that requires no ID lets calls with the right one in nowhere, so the sentence is about the operator.
  TP16: (facts) => takesWrongId(facts) || /"Null":\s*\{[^}]*"true"/.test(facts.text),
  TP17: takesAnyId,
  TP18: takesOtherCase,
  TP20: keepsVendorOut,
  TP21: takesAnotherId,
  TP22: takesWrongIdOfVendor,
  TP29: keepsVendorOut,
  TP31: keepsVendorOut,
  TP32: keepsVendorOut,
  TP33: dependsOnAddress,
  TP35: keepsVendorOut,
  TP43: keepsVendorOut,
  'principal-other-role': keepsVendorOut,
  'principal-role-case': keepsVendorOut,
  'principal-role-path': keepsVendorOut,
  'principal-other-user': keepsVendorOut,
  'principal-nested-arn': keepsVendorOut,
  'principal-user-case': keepsVendorOut,
  'principal-user-path': keepsVendorOut,
  'principal-own-role': letsOwnRoleIn,
  'principal-arn-missing': letsOtherRoleIn,
  'principal-arn-incomplete': (facts) => !allowsVendor(facts) || facts.applications.length > 1,
  'action-missing': keepsVendorOut,
  'trust-is-permissions': keepsVendorOut,
  'condition-time': dependsOnTime,
  'condition-session-name': keepsVendorOut,
  'condition-source-identity': keepsVendorOut,
  'condition-further': keepsVendorOut,
}

/** Sentences about the form of a policy, about what AWS said, or about what was requested: no call decides them. */
const withoutCall: readonly string[] = [
  'TP03',
  'TP07',
  'TP08',
  'TP23',
  'TP25',
  'TP28',
  'TP34',
  'TP39',
  'deny-statement',
  'statement-further',
  'placeholder',
  'template-variable',
  'external-id-key',
  'principal-kept-out',
  'principal-arn-other',
  'principal-arn-case',
  'principal-arn-path',
  'policy-version',
  'policy-incomplete',
  'policy-fragment',
  'element-misplaced',
  'document-not-json',
  'document-duplicate-name',
  'document-leading-space',
  'document-grammar',
  'condition-without-operator',
  'statement-alone',
  'principal-account-digits',
  'external-id-operator',
  'external-id-hidden',
  'principal-arn-operator',
  'source-identity-missing',
  'condition-service',
  'condition-region',
  'creation-policy-refused',
  'creation-self-principal',
  'policy-principal-digits',
  'policy-permissions-as-trust',
  'policy-other-actions',
  'policy-no-principal',
  'policy-star-principal',
  'policy-leading-space',
  'policy-legacy-parsing',
  'policy-action-form',
  'policy-statement-id',
  'policy-unknown-field',
  'policy-not-json',
  'policy-other-principal',
  'policy-principal-form',
  'principal-malformed',
  'trust-policy-denies',
  'trust-policy-silent',
  'refused-without-reason',
  'vendor-denied',
  'stated-id-changed',
  'stated-session-name',
  'session-name-condition',
  'stated-condition-key',
  'stated-principal-deleted',
  'stated-id-empty',
  'vendor-open',
  'vendor-either-cause',
  'vendor-names-trust',
  'finding-public',
  'finding-other-account',
  'finding-other-external-id',
  'finding-without-external-id',
  'scan-any-principal',
  'scan-no-external-id',
]

type Case = { readonly name: string; readonly text: string; readonly plan: RolePlan }

const broken: readonly Case[] = fc.sample(connections, { seed, numRuns: runs(12) }).flatMap(({ terms, vendor }) => {
  const plan = rolePlan(terms, vendor)
  return roleMutations.flatMap(({ name, breaks }) => {
    const role = breaks(observedRole(plan), plan)
    return role === null ? [] : [{ name, text: JSON.stringify({ Role: role }), plan }]
  })
})

const pasted: readonly Case[] = [
  ...kinds,
  ...reports,
  ...integrations,
  ...programLogs,
  ...reviewed,
  ...tickets,
  ...descriptions,
  ...assessments,
  ...toolReports,
  ...creations,
].map(([name, text]) => ({
  name,
  text,
  plan: planOf(),
}))

const application = 'arn:aws:iam::111122223333:role/PixelworksApplication'
const plan = planOf()
const { accountId: customer, vendorAccountId: vendor, externalId, roleArn: ownRole } = plan
const written: readonly Case[] = fc
  .sample(writtenStatements({ partition: 'aws', vendor, customer, externalId, ownRole, application }), { seed, numRuns: runs(700) })
  .map((statements) => ({ name: 'as people write them', text: policyTextOf(statements), plan }))

const trustOf = ({ text, plan }: Case) =>
  pastedRole(
    readPastedRole(text).filter(({ kind }) => kind !== 'unrecognized'),
    plan,
  ).trust

function judgedOf(
  text: string,
  { partition, vendorAccountId, accountId, externalId, roleArn, applicationPrincipalArns }: RolePlan,
): Judged {
  const [application = ''] = applicationPrincipalArns
  const parties = { partition, vendor: vendorAccountId, customer: accountId, externalId, ownRole: roleArn, application }
  return { text, alone: text, parties, applications: applicationPrincipalArns }
}

type Said = { readonly name: string; readonly rule: string; readonly text: string; readonly isTrue: boolean }

/** Every finding, and not only the first. */
function saidOf(pastedCase: Case): readonly Said[] {
  const found = diagnoseFacts(readPastedRole(pastedCase.text), pastedCase.plan)
  const trust = trustOf(pastedCase)
  if (found.kind !== 'differs' || trust === null || trust.signature === null) return []
  const judged = judgedOf(trust.text, pastedCase.plan)
  return [found.rule, ...found.others].flatMap((rule) => {
    const claim = claims[rule]
    return claim === undefined ? [] : [{ name: pastedCase.name, rule, text: trust.text, isTrue: claim(judged) }]
  })
}

test('every sentence about a trust policy has a claim, or is named as one without', () => {
  const ids = pastedRules.filter(({ part }) => part === 'trust-policy').map(({ id }) => id)
  expect([...Object.keys(claims), ...withoutCall].sort()).toEqual(ids.sort())
})

test('the evaluator confirms all that the doctor says of a trust policy, and each sentence is said at least once', {
  timeout: 300_000,
}, () => {
  const said = [...broken, ...pasted, ...written].flatMap(saidOf)
  expect(said.filter(({ isTrue }) => !isTrue).map(({ name, rule, text }) => [name, rule, text])).toEqual([])
  expect([...new Set(said.map(({ rule }) => rule))].sort()).toEqual(Object.keys(claims).sort())
})

test('the corrected policy allows the vendor with the external ID and denies every other call', () => {
  for (const { text, plan } of [...broken, ...pasted]) {
    const found = diagnoseFacts(readPastedRole(text), plan)
    if (found.kind !== 'differs' || found.part !== 'trust-policy' || found.corrected === null) continue
    expect(isSafe(readTrust(PolicyDocument.parse(JSON.parse(found.corrected)), plan)?.signature ?? null)).toBe(true)
  }
})

test('nothing that IAM rejects, and nothing that is incomplete, is found as requested', () => {
  const whole = JSON.stringify(planOf().trustPolicy)
  for (let length = 1; length < whole.length; length += 1) {
    expect(diagnoseFacts(readPastedRole(whole.slice(0, length)), planOf()).kind).not.toBe('as-planned')
  }
  for (const version of ['2012-10-18', '2012-10-17T00:00:00.000Z', '2020-01-01', '']) {
    const text = JSON.stringify({ ...planOf().trustPolicy, Version: version })
    expect(diagnoseFacts(readPastedRole(text), planOf())).toMatchObject({ kind: 'differs', rule: 'policy-version' })
  }
})

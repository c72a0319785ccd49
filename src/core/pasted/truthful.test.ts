import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connections, seed } from '#core/connection/arbitraries.test-data.ts'
import { type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { PolicyDocument } from '#core/policy/document.ts'
import { tp02Messages } from '#core/rules/trust/principal-element.ts'
import { isSafe, type TrustSignature, trustVerdict } from '#core/rules/trust-signature.ts'
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

type Claim = (signature: TrustSignature) => boolean

const keepsVendorOut: Claim = ({ rightId }) => rightId !== 'allowed'
const lacksRole: Claim = ({ deniedRoles }) => deniedRoles.length > 0
const allowsVendor: Claim = ({ rightId }) => rightId === 'allowed'
const opensRole: Claim = (signature) => trustVerdict(signature) === 'open'
/** What a Condition with nothing inside does is not known, but nothing requires the external ID. */
const opensOrMayOpen: Claim = (signature) =>
  opensRole(signature) || (trustVerdict(signature) === 'unknown' && !signature.requiresExternalId)
const allowsOtherRole: Claim = ({ otherRole }) => otherRole === 'allowed'
const isUndecided: Claim = ({ rightId }) => rightId !== 'allowed'

/** The claim about calls that each sentence on a trust policy makes. */
const claims: Readonly<Record<string, Claim>> = {
  TP05: keepsVendorOut,
  TP06: keepsVendorOut,
  TP20: keepsVendorOut,
  TP31: keepsVendorOut,
  TP32: keepsVendorOut,
  TP34: keepsVendorOut,
  TP43: keepsVendorOut,
  'principal-other-role': keepsVendorOut,
  'principal-role-case': keepsVendorOut,
  'principal-role-path': keepsVendorOut,
  'principal-other-user': keepsVendorOut,
  'principal-nested-arn': keepsVendorOut,
  'principal-user-case': keepsVendorOut,
  'principal-user-path': keepsVendorOut,
  'principal-arn-other': keepsVendorOut,
  'principal-arn-case': keepsVendorOut,
  'principal-arn-path': keepsVendorOut,
  'principal-arn-incomplete': lacksRole,
  'deny-statement': keepsVendorOut,
  'action-missing': keepsVendorOut,
  'trust-is-permissions': keepsVendorOut,
  placeholder: keepsVendorOut,
  'template-variable': keepsVendorOut,
  TP04: keepsVendorOut,
  TP07: allowsVendor,
  TP09: allowsVendor,
  TP21: allowsVendor,
  'principal-own-role': allowsVendor,
  'statement-further': allowsVendor,
  TP11: opensOrMayOpen,
  TP12: opensRole,
  TP14: opensRole,
  TP15: opensRole,
  TP16: opensRole,
  TP17: opensRole,
  TP18: opensRole,
  TP22: opensRole,
  'principal-arn-missing': allowsOtherRole,
  'external-id-key': isUndecided,
  TP33: isUndecided,
  TP35: isUndecided,
  'condition-time': isUndecided,
  'condition-session-name': isUndecided,
  'condition-source-identity': isUndecided,
  'condition-further': isUndecided,
}

/** Sentences about the form of a policy, about what AWS said, or about what was requested: no call decides them. */
const withoutCall: readonly string[] = [
  'TP02',
  'TP03',
  'TP08',
  'TP10',
  'TP23',
  'TP25',
  'TP28',
  'TP29',
  'TP39',
  'policy-version',
  'policy-incomplete',
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
  'vendor-open',
  'vendor-names-trust',
  'finding-public',
  'finding-other-account',
  'finding-other-external-id',
  'finding-without-external-id',
  'scan-any-principal',
  'scan-no-external-id',
]

type Case = { readonly name: string; readonly text: string; readonly plan: RolePlan }

const broken: readonly Case[] = fc.sample(connections, { seed, numRuns: runs(4) }).flatMap(({ terms, vendor }) => {
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

const signatureOf = ({ text, plan }: Case): TrustSignature | null =>
  pastedRole(
    readPastedRole(text).filter(({ kind }) => kind !== 'unrecognized'),
    plan,
  ).trust?.signature ?? null

test('every sentence about a trust policy has a claim, or is named as one without', () => {
  const ids = pastedRules.filter(({ part }) => part === 'trust-policy').map(({ id }) => id)
  expect([...Object.keys(claims), ...withoutCall].sort()).toEqual(ids.sort())
})

test('the evaluator confirms what the doctor says first of a trust policy', () => {
  const untrue = [...broken, ...pasted].flatMap((pastedCase) => {
    const found = diagnoseFacts(readPastedRole(pastedCase.text), pastedCase.plan)
    const signature = signatureOf(pastedCase)
    const claim = found.kind === 'differs' ? claims[found.rule] : undefined
    return found.kind !== 'differs' || signature === null || claim === undefined || claim(signature)
      ? []
      : [[pastedCase.name, found.rule, signature.rightId, trustVerdict(signature)]]
  })
  expect(untrue).toEqual([])
})

test('every account is said to be trusted only where another account is allowed', () => {
  const said = [...broken, ...pasted].flatMap((pastedCase) => {
    const found = diagnoseFacts(readPastedRole(pastedCase.text), pastedCase.plan)
    return found.sentence === tp02Messages.in('en').found ? [[pastedCase.name, signatureOf(pastedCase)?.demandsVendor]] : []
  })
  expect(said.filter(([, demandsVendor]) => demandsVendor !== false)).toEqual([])
  expect(said.length).toBeGreaterThan(0)
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

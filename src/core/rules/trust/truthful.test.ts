import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { listOf, PolicyDocument } from '#core/policy/document.ts'
import type { Path } from '#core/policy/form/rule.ts'
import { externalId, trustContext, vendor } from '#core/rules/rule-case.test-data.ts'
import { readTrustPolicy } from '#core/rules/trust-subject.ts'
import { runs } from '#tools/thorough.ts'
import { trustRules } from './trust-rules.ts'
import {
  allowsNothing,
  type Claim,
  deniesVendor,
  dependsOnAddress,
  isUnknown,
  type Judged,
  keepsVendorOut,
  letsEveryAccountIn,
  letsOthersIn,
  letsOwnRoleIn,
  opensRole,
  policyTextOf,
  takesAnotherId,
  takesAnyId,
  takesNoId,
  takesOtherCase,
  takesWrongId,
  takesWrongIdOfVendor,
  triedNow,
  writtenStatements,
} from './written-policies.test-data.ts'

/** The claim about calls that each sentence of the linter makes. */
const claims: Readonly<Record<string, Claim>> = {
  TP02: letsEveryAccountIn,
  TP04: keepsVendorOut,
  TP09: letsOthersIn,
  TP11: takesWrongId,
  TP12: takesWrongId,
  TP14: takesNoId,
  TP15: takesNoId,
  TP16: takesWrongId,
  TP17: takesAnyId,
  TP18: takesOtherCase,
  TP21: takesAnotherId,
  TP22: takesWrongIdOfVendor,
  TP31: keepsVendorOut,
  TP32: keepsVendorOut,
  TP33: dependsOnAddress,
  TP35: keepsVendorOut,
  TP40: opensRole,
  TP41: deniesVendor,
  TP42: isUnknown,
  TP43: keepsVendorOut,
  TP49: allowsNothing,
  TP50: letsOwnRoleIn,
}

/** Sentences about the form of a policy, about one value, or about what AWS rejects. */
const withoutCall = [
  ...['TP01', 'TP03', 'TP05', 'TP06', 'TP07', 'TP08', 'TP10', 'TP13', 'TP19', 'TP20', 'TP23', 'TP24', 'TP25', 'TP26', 'TP27', 'TP28'],
  ...['TP29', 'TP30', 'TP34', 'TP36', 'TP37', 'TP38', 'TP39', 'TP44', 'TP45', 'TP46', 'TP47', 'TP48'],
]

const parties = {
  partition: 'aws',
  vendor,
  customer: '444455556666',
  externalId,
  ownRole: 'arn:aws:iam::444455556666:role/self',
  application: `arn:aws:iam::${vendor}:role/App`,
}

const context = { ...trustContext, now: triedNow }

const written = fc.sample(writtenStatements(parties), { seed, numRuns: runs(1500) }).map(policyTextOf)

function judgedAt(text: string, [, index]: Path): Judged {
  const statements = listOf(PolicyDocument.parse(JSON.parse(text)).Statement)
  const alone = typeof index === 'number' ? policyTextOf(statements.slice(index, index + 1)) : text
  return { text, alone, parties, applications: [] }
}

type Said = { readonly rule: string; readonly text: string; readonly isTrue: boolean }

function saidOf(text: string): readonly Said[] {
  const subject = readTrustPolicy(text, context)
  if (subject === null || subject.signature === null) return []
  return trustRules.flatMap(({ id, check }) => {
    const claim = claims[id]
    return claim === undefined ? [] : check(subject).map(({ path }) => ({ rule: id, text, isTrue: claim(judgedAt(text, path)) }))
  })
}

test('every sentence about a trust policy has a claim, or is named as one without', () => {
  expect([...Object.keys(claims), ...withoutCall].sort()).toEqual(trustRules.map(({ id }) => id).sort())
})

test('the evaluator confirms every sentence of the linter, and each is said at least once', { timeout: 300_000 }, () => {
  const said = written.flatMap(saidOf)
  expect(said.filter(({ isTrue }) => !isTrue).map(({ rule, text }) => [rule, text])).toEqual([])
  expect([...new Set(said.map(({ rule }) => rule))].sort()).toEqual(Object.keys(claims).sort())
})

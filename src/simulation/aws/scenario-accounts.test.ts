import { expect, test } from 'vitest'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Diagnosis, type Verdict } from '#core/verify/verdict.ts'
import { isTried } from '#tools/thorough.ts'
import { connectionTo, launch, verifyRole } from './account-check.test-data.ts'
import { scenarioAccounts } from './accounts.ts'
import { testAws, vendor } from './testing.test-data.ts'

const signature = (verdict: Verdict): string =>
  verdict.probes
    .map(({ name, variant, outcome, code }) => `${[name, variant].filter(Boolean).join(':')} ${outcome === 'error' ? code : outcome}`)
    .join(', ')

const regions = ['us-west-2', 'us-gov-west-1', 'cn-north-1', 'eusc-de-east-1']

const scenarioIn = (region: string, column: number) =>
  scenarioAccounts.flatMap((scenario, row) => (isTried(row, column) ? [{ ...scenario, region }] : []))

test.each(regions.flatMap(scenarioIn))('$accountId in $region: $id ends in $expects', async ({ accountId, expects, region }) => {
  const aws = testAws(1000)
  const connection = connectionTo(accountId, region)
  expect(await launch(aws, connection)).toMatchObject({ status: 200 })
  expect(await verifyRole(aws, connection, null)).toMatchObject({
    kind: expect.stringMatching(/waiting|not-ready|inconclusive|vendor-fault/),
  })
  aws.pass(60_000)
  const first = await verifyRole(aws, connection, null)
  aws.pass(120_000)
  const second = await verifyRole(aws, connection, first)
  expect(second.diagnosis).toBe(expects)
})

/** The answers to the probes, for scenarios whose diagnosis alone doesn't tell how the account differs. */
const signatures: Readonly<Record<string, string>> = {
  'any-principal':
    'other-account-accepted: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account assumed, other-role assumed',
  'any-value':
    'any-external-id-accepted: right-id assumed, no-id denied, random-id assumed, near-miss:end assumed, near-miss:start assumed, near-miss:lowercase assumed, near-miss:uppercase assumed, near-miss:longer-end assumed, near-miss:longer-start assumed, near-miss:middle assumed, near-miss:quarter-1 assumed, near-miss:quarter-2 assumed, near-miss:quarter-4 assumed, other-account denied, other-role denied',
  'assumed-role-mismatch': 'assumed-role-mismatch: right-id assumed',
  'changed-during-check':
    'changed-during-check: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied, right-id-again denied',
  'every-region-off': 'region-disabled: right-id RegionDisabledException',
  'explicit-deny': 'explicit-deny: right-id denied, no-id denied, random-id denied',
  'external-id-differs': 'not-assumable: right-id denied, no-id denied, random-id denied',
  'for-all-values':
    'external-id-optional: right-id assumed, no-id assumed, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied',
  'if-exists':
    'external-id-optional: right-id assumed, no-id assumed, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied',
  'ignore-case':
    'similar-external-id-accepted: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase assumed, near-miss:uppercase assumed, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied',
  'mfa-condition': 'not-assumable: right-id denied, no-id denied, random-id denied',
  'middle-pattern':
    'similar-external-id-accepted: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle assumed, near-miss:quarter-1 denied, near-miss:quarter-2 assumed, near-miss:quarter-4 denied, other-account denied, other-role denied',
  'no-condition':
    'external-id-not-required: right-id assumed, no-id assumed, random-id assumed, near-miss:end assumed, near-miss:start assumed, near-miss:lowercase assumed, near-miss:uppercase assumed, near-miss:longer-end assumed, near-miss:longer-start assumed, near-miss:middle assumed, near-miss:quarter-1 assumed, near-miss:quarter-2 assumed, near-miss:quarter-4 assumed, other-account denied, other-role denied',
  'null-false':
    'any-external-id-accepted: right-id assumed, no-id denied, random-id assumed, near-miss:end assumed, near-miss:start assumed, near-miss:lowercase assumed, near-miss:uppercase assumed, near-miss:longer-end assumed, near-miss:longer-start assumed, near-miss:middle assumed, near-miss:quarter-1 assumed, near-miss:quarter-2 assumed, near-miss:quarter-4 assumed, other-account denied, other-role denied',
  'null-true': 'condition-inverted: right-id denied, no-id assumed, random-id denied',
  'open-ended':
    'similar-external-id-accepted: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end assumed, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied',
  'other-principal': 'not-assumable: right-id denied, no-id denied, random-id denied',
  'permissions-edited':
    'permissions-incomplete: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied, right-id-again assumed',
  'permissions-throttled':
    'permissions-unchecked: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied, right-id-again assumed',
  'prefix-pattern':
    'similar-external-id-accepted: right-id assumed, no-id denied, random-id denied, near-miss:end assumed, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end assumed, near-miss:longer-start denied, near-miss:middle assumed, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 assumed, other-account denied, other-role denied',
  'region-off':
    'verified: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied, right-id-again assumed',
  'resource-control-policy': 'resource-control-policy: right-id denied, no-id denied, random-id denied',
  'role-deleted-later':
    'verified: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied, right-id-again assumed',
  'safety-check-throttled':
    'safety-check-incomplete: right-id assumed, no-id Throttling, random-id Throttling, near-miss:end Throttling, near-miss:start Throttling, near-miss:lowercase Throttling, near-miss:uppercase Throttling, near-miss:longer-end Throttling, near-miss:longer-start Throttling, near-miss:middle Throttling, near-miss:quarter-1 Throttling, near-miss:quarter-2 Throttling, near-miss:quarter-4 Throttling, other-account denied, other-role denied, right-id-again assumed',
  'second-open-statement':
    'external-id-not-required: right-id assumed, no-id assumed, random-id assumed, near-miss:end assumed, near-miss:start assumed, near-miss:lowercase assumed, near-miss:uppercase assumed, near-miss:longer-end assumed, near-miss:longer-start assumed, near-miss:middle assumed, near-miss:quarter-1 assumed, near-miss:quarter-2 assumed, near-miss:quarter-4 assumed, other-account denied, other-role denied',
  'session-tags': 'session-tags-refused: right-id denied, no-id denied, random-id denied',
  slow: 'verified: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied, right-id-again assumed',
  'source-identity': 'source-identity-refused: right-id denied, no-id denied, random-id denied',
  'stack-rolled-back': 'not-assumable: right-id denied, no-id denied, random-id denied',
  'string-not-equals': 'condition-inverted: right-id denied, no-id assumed, random-id assumed',
  'string-not-equals-present': 'condition-inverted: right-id denied, no-id denied, random-id assumed',
  'suffix-pattern':
    'similar-external-id-accepted: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start assumed, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start assumed, near-miss:middle denied, near-miss:quarter-1 assumed, near-miss:quarter-2 assumed, near-miss:quarter-4 denied, other-account denied, other-role denied',
  throttled: 'aws-unavailable: right-id Throttling',
  'trailing-blank': 'not-assumable: right-id denied, no-id denied, random-id denied',
  'trust-policy-named': 'trust-policy-mismatch: right-id denied, no-id denied, random-id denied',
  'two-spellings':
    'similar-external-id-accepted: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase assumed, near-miss:uppercase assumed, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied',
  'vendor-blocks-other-ids':
    'verifier-blind: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied, right-id-again assumed',
  'vendor-credentials-expired': 'vendor-credentials-refused: right-id ExpiredToken',
  'vendor-is-root': 'vendor-identity-wrong: right-id denied',
  'vendor-not-allowed': 'vendor-not-allowed: right-id denied',
  'vendor-request-refused': 'vendor-request-refused: right-id ValidationError',
  'weakened-later':
    'verified: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role denied, right-id-again assumed',
  'whole-vendor-account':
    'other-role-accepted: right-id assumed, no-id denied, random-id denied, near-miss:end denied, near-miss:start denied, near-miss:lowercase denied, near-miss:uppercase denied, near-miss:longer-end denied, near-miss:longer-start denied, near-miss:middle denied, near-miss:quarter-1 denied, near-miss:quarter-2 denied, near-miss:quarter-4 denied, other-account denied, other-role assumed',
}

test.each(Object.entries(signatures))('%s answers the probes in its own way', async (id, expected) => {
  const accountId = scenarioAccounts.find((account) => account.id === id)?.accountId ?? ''
  const aws = testAws()
  const connection = connectionTo(accountId, 'eu-central-1')
  await launch(aws, connection)
  aws.pass(60_000)
  const verdict = await verifyRole(aws, connection, null)
  expect(`${verdict.diagnosis}: ${signature(verdict)}`).toBe(expected)
})

test('an ordinary account verifies', async () => {
  const aws = testAws(3000)
  const connection = connectionTo('444455556666', 'eu-central-1')
  expect(await verifyRole(aws, connection, null)).toMatchObject({ diagnosis: 'propagating' })
  await launch(aws, connection)
  aws.pass(3000)
  expect(await verifyRole(aws, connection, null)).toMatchObject({ diagnosis: 'propagating' })
  aws.pass(1000)
  expect(await verifyRole(aws, connection, null)).toMatchObject({ diagnosis: 'verified' })
})

test('account numbers and IDs of scenarios are unique', () => {
  expect(new Set(scenarioAccounts.map(({ accountId }) => accountId)).size).toBe(scenarioAccounts.length)
  expect(new Set(scenarioAccounts.map(({ id }) => id)).size).toBe(scenarioAccounts.length)
})

/** Diagnoses that no account number can trigger. */
const onTheWay: Partial<Readonly<Record<Diagnosis, string>>> = {
  propagating: 'every account says so until its role is known',
  'not-launched': 'every account says so until the customer starts to create the role',
  'check-delayed': 'the server says so without asking AWS',
  'update-required': 'the vendor’s config has changed',
  'other-external-id-accepted': 'it takes a second tenant',
  'extra-trust': 'it takes a role that may be read',
  'trust-unread': 'it takes a role that could be read at an earlier check',
  'application-role-missing': 'it takes a role that may be read',
  'permissions-drifted': 'it takes a role that may be read',
  'confirming-fix': 'every unsafe account says so after the first clean round that follows the correction',
}

test.each(Diagnosis.options)('a scenario account, or the way to one, shows %s', (diagnosis) => {
  const isReached = scenarioAccounts.some(({ expects }) => expects === diagnosis)
  expect(isReached).toBe(onTheWay[diagnosis] === undefined)
})

test('a fixed unsafe account is confirmed before it is verified', async () => {
  const aws = testAws()
  const connection = connectionTo('400000000010', 'eu-central-1')
  const plan = rolePlan(connection, vendor)
  await launch(aws, connection)
  aws.pass(60_000)
  const unsafe = await verifyRole(aws, connection, null)
  const fix = { Action: 'UpdateAssumeRolePolicy', RoleName: plan.roleName, PolicyDocument: JSON.stringify(plan.trustPolicy) }
  expect(await aws.call('iam', fix, { accessKeyId: `SIM${connection.accountId}`, region: 'eu-central-1' })).toMatchObject({ status: 200 })
  aws.pass(5000)
  const once = await verifyRole(aws, connection, unsafe)
  aws.pass(5000)
  const twice = await verifyRole(aws, connection, once)
  expect([unsafe, once, twice].map(({ diagnosis }) => diagnosis)).toEqual(['external-id-not-required', 'confirming-fix', 'verified'])
})

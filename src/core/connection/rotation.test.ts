import { expect, test } from 'vitest'
import { ownTemplateReasons } from '#core/artifacts/template-choice.ts'
import { termsOf, vendor, verdictOf } from '#core/fixtures.test-data.ts'
import { diagnosePasted } from '#core/pasted/diagnose-pasted.ts'
import { policyText } from '#core/policy/document.ts'
import { lintTrustPolicy } from '#core/rules/lint.ts'
import { trustVerdict } from '#core/rules/trust-signature.ts'
import { contextOfPlan, readTrustPolicy } from '#core/rules/trust-subject.ts'
import { receipt } from '#core/verify/receipt.ts'
import { ExternalId } from './external-id/external-id.ts'
import { rolePlan } from './role-plan.ts'
import { rotationRecord, withCanceledRotation, withConfirmedId } from './rotation.ts'

const newId = ExternalId.parse('P3xT8mQ2wR7vN5kJ9hB4cZ6L')
const startedAt = '2026-11-22T08:00:00.000Z'
const confirmedAt = '2026-11-22T08:10:00.000Z'
const terms = { ...termsOf(), id: 'c1', roleArn: rolePlan(termsOf(), vendor).roleArn }
const oldId = terms.externalId
const adding = { ...terms, rotation: { externalId: newId, startedAt, confirmedAt: null } }
const removing = withConfirmedId(adding, confirmedAt)
const plans = { before: rolePlan(terms, vendor), adding: rolePlan(adding, vendor), removing: rolePlan(removing, vendor) }

const trusting = (...ids: readonly string[]) =>
  policyText(rolePlan({ ...terms, externalId: ExternalId.parse(ids[0]), ...second(ids[1]) }, vendor).trustPolicy)
const second = (id: string | undefined) =>
  id === undefined ? {} : { rotation: { externalId: ExternalId.parse(id), startedAt, confirmedAt: null } }

test('the plan accepts both IDs until the new one is in use, and the new one alone afterwards', () => {
  const idsOf = (plan: keyof typeof plans) => JSON.stringify(plans[plan].trustPolicy).match(/"sts:ExternalId":(\[[^\]]*\]|"[^"]*")/)?.[1]
  expect(idsOf('before')).toBe(`"${oldId}"`)
  expect(idsOf('adding')).toBe(`["${oldId}","${newId}"]`)
  expect(idsOf('removing')).toBe(`"${newId}"`)
  expect([plans.adding.externalId, plans.removing.externalId]).toEqual([oldId, newId])
})

test('a record names both IDs and the one in use in each stage', () => {
  expect(rotationRecord(terms)).toBeNull()
  const both = { newExternalId: newId, oldExternalId: oldId }
  expect(rotationRecord(adding)).toMatchObject({ stage: 'adding', externalId: oldId, ...both, confirmedAt: null })
  expect(rotationRecord(removing)).toMatchObject({ stage: 'removing', externalId: newId, ...both, confirmedAt })
  expect(withConfirmedId(removing, startedAt)).toBe(removing)
})

test('the plan of a canceled rotation accepts the old ID alone, and the record names the new one as to be removed', () => {
  const canceled = withCanceledRotation(adding, confirmedAt)
  const plan = rolePlan(canceled, vendor)
  expect(plan.trustPolicy).toEqual(plans.before.trustPolicy)
  expect([plan.externalId, plan.nextExternalId, plan.previousExternalId]).toEqual([oldId, null, newId])
  const record = { stage: 'removing', externalId: oldId, newExternalId: newId, oldExternalId: oldId, canceledAt: confirmedAt }
  expect(rotationRecord(canceled)).toMatchObject(record)
  expect(withCanceledRotation(removing, startedAt)).toBe(removing)
})

test.each([
  ['adding', [oldId, newId]],
  ['adding', [oldId]],
  ['adding', [newId]],
  ['removing', [newId]],
  ['removing', [newId, oldId]],
] as const)('the linter and the doctor find no fault while %s with %j', (stage, ids) => {
  const plan = plans[stage]
  const text = trusting(...ids)
  expect(lintTrustPolicy(text, contextOfPlan(plan)).filter(({ severity }) => severity !== 'info')).toEqual([])
  expect(diagnosePasted(text, plan)).toMatchObject({ diagnosis: 'as-planned' })
})

test('the evaluation of both IDs is safe only while one replaces the other', () => {
  const verdictIn = (plan: keyof typeof plans) => {
    const subject = readTrustPolicy(trusting(oldId, newId), contextOfPlan(plans[plan]))
    return trustVerdict(subject?.signature ?? null)
  }
  expect([verdictIn('before'), verdictIn('adding'), verdictIn('removing')]).toEqual(['open', 'safe', 'safe'])
})

test('a third ID is a fault at any time', () => {
  for (const plan of Object.values(plans)) {
    const text = JSON.stringify({ ...JSON.parse(trusting(plan.externalId, 'a-third-ID-9f8e7d6c5b4a')) })
    expect(lintTrustPolicy(text, contextOfPlan(plan)).map(({ rule }) => rule)).toContain('TP21')
    expect(diagnosePasted(text, plan)).toMatchObject({ diagnosis: 'TP21' })
  }
})

test('a fix of a policy without an external ID requires both while the new one is added', () => {
  const text = trusting(oldId).replace(/"Condition"[\s\S]*?\n {6}\}/, '"Condition": {}')
  const fixes = lintTrustPolicy(text, contextOfPlan(plans.adding)).flatMap(({ fix }) => fix ?? [])
  expect(fixes.length).toBeGreaterThan(0)
  for (const fix of fixes) for (const id of [oldId, newId]) expect(JSON.stringify(fix)).toContain(id)
})

test('both steps of a rotation have a template with all values in it', () => {
  expect([ownTemplateReasons(plans.adding), ownTemplateReasons(plans.removing)]).toEqual([['rotation'], ['rotation']])
  expect(ownTemplateReasons(plans.before)).toEqual([])
})

test('no receipt is made while the role may accept two IDs', () => {
  const receiptOf = (plan: keyof typeof plans) =>
    receipt({ plan: plans[plan], connectionId: 'c1', verdict: verdictOf(), now: new Date(startedAt), jti: 'j1' })
  expect(receiptOf('before')?.connectionId).toBe('c1')
  expect([receiptOf('adding'), receiptOf('removing')]).toEqual([null, null])
})

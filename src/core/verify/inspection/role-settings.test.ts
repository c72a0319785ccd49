import { expect, test } from 'vitest'
import { rolePlan } from '#core/connection/role-plan.ts'
import { termsOf, vendor } from '#core/fixtures.test-data.ts'
import { policyText } from '#core/policy/document.ts'
import '#i18n/de/checks.ts'
import { Inspection, inspected } from './inspection.ts'
import { inspectionSentences, inspectionState } from './inspection-words.ts'
import { otherSettings, type RoleSettings } from './role-settings.ts'

const plain = rolePlan(termsOf({}), vendor)
const arn = (name: string) => `arn:aws:iam::444455556666:policy/${name}`
const plan = { ...plain, maxSessionDuration: 7200, permissionsBoundary: arn('Boundary'), tags: { Stage: 'prod', Team: 'images' } }

const inspectionOf = (actual: Partial<RoleSettings>, planned: typeof plain = plan) => {
  const texts = { trustPolicy: policyText(planned.trustPolicy), inlinePolicies: [policyText(planned.permissionsPolicy)] }
  const settings = { ...planned, ...actual }
  const reading = { kind: 'read', ...texts, attachedPolicies: [], settings, decisions: [], requestIds: ['r'] } as const
  return inspected(reading, planned, '2026-01-02T03:04:05.000Z')
}

test.each<[string, Partial<RoleSettings>]>([
  ['the requested settings', {}],
  ['additional tags of the customer', { tags: { ...plan.tags, Owner: 'platform' } }],
  ['a tag whose key has other capitalization, which IAM ignores', { tags: { stage: 'prod', TEAM: 'images' } }],
])('%s are no difference', (_, actual) => {
  const inspection = inspectionOf(actual)
  expect(inspection.otherSettings).toEqual([])
  expect(inspectionSentences(inspection)).toEqual([])
})

test.each<[string, Partial<RoleSettings>, typeof plain, string]>([
  ['another boundary', { permissionsBoundary: arn('Other') }, plan, `Permissions boundary ${arn('Other')} instead of ${arn('Boundary')}.`],
  ['no boundary', { permissionsBoundary: null }, plan, `Permissions boundary missing: ${arn('Boundary')}.`],
  ['a boundary', { permissionsBoundary: arn('Own') }, plain, `Permissions boundary that wasn’t requested: ${arn('Own')}.`],
  ['shorter sessions', { maxSessionDuration: 3600 }, plan, 'Maximum session duration 3600 seconds instead of 7200. AWS rejects'],
  ['longer sessions', { maxSessionDuration: 43200 }, plan, 'Maximum session duration 43200 seconds instead of 7200. Sessions can'],
  [
    'tags that are missing or have another value',
    { tags: { Stage: 'Prod' } },
    plan,
    'Tags that aren’t as requested: Stage=Prod instead of prod, Team=images is missing.',
  ],
])('tells of %s, and the role stays verified', (_, actual, planned, beginning) => {
  const inspection = inspectionOf(actual, planned)
  expect(inspectionSentences(inspection)).toEqual([expect.stringContaining(beginning)])
  expect(inspectionState(inspection)).toBe('passed')
  expect(Inspection.parse(inspection)).toEqual(inspection)
})

test('every kind of setting is told in German', () => {
  const actual = { permissionsBoundary: null, maxSessionDuration: 3600, tags: {} }
  expect(inspectionSentences(inspectionOf(actual), 'de')).toEqual([
    expect.stringMatching(/^Berechtigungsgrenze fehlt: /),
    expect.stringMatching(/^Maximale Sitzungsdauer 3600 Sekunden statt 7200/),
    expect.stringMatching(/^Tags, die nicht wie angefordert sind: Stage=prod fehlt, Team=images fehlt\./),
  ])
})

test('a reading of an earlier version tells nothing of settings', () => {
  const { otherSettings: _, ...earlier } = inspectionOf({ permissionsBoundary: null })
  expect(inspectionSentences(Inspection.parse(earlier))).toEqual([])
})

test('names both values of each setting', () => {
  expect(otherSettings({ permissionsBoundary: null, maxSessionDuration: 3600, tags: { Team: '' } }, plan)).toEqual([
    { kind: 'permissions-boundary', requested: arn('Boundary'), actual: null },
    { kind: 'max-session-duration', requested: 7200, actual: 3600 },
    { kind: 'tag', key: 'Stage', requested: 'prod', actual: null },
    { kind: 'tag', key: 'Team', requested: 'images', actual: '' },
  ])
})

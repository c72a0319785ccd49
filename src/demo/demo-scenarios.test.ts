import { expect, test } from 'vitest'
import { diagnosisRules } from '#core/verify/diagnose.ts'
import { Diagnosis, VerdictKind } from '#core/verify/verdict.ts'
import { demoScenario, demoScenarios } from './demo-scenarios.ts'

test('every diagnosis and every verdict there is can be picked', () => {
  const shown = new Set(demoScenarios.map(({ expects }) => expects))
  expect(Diagnosis.options.filter((diagnosis) => !shown.has(diagnosis))).toEqual([])
  const kinds = new Set(diagnosisRules.filter(({ diagnosis }) => shown.has(diagnosis)).map(({ kind }) => kind))
  expect(VerdictKind.options.filter((kind) => !kinds.has(kind))).toEqual([])
})

test('each has an id of its own, a title and something for the presenter to say', () => {
  expect(new Set(demoScenarios.map(({ id }) => id)).size).toBe(demoScenarios.length)
  expect(new Set(demoScenarios.map(({ title }) => title)).size).toBe(demoScenarios.length)
  for (const { story } of demoScenarios) expect(story.length).toBeGreaterThan(20)
})

test('one is found by its id or by its account, and whatever is not known is the main path', () => {
  expect(demoScenario('no-condition').id).toBe('no-condition')
  expect(demoScenario('400000000010').id).toBe('no-condition')
  for (const id of ['444455556666', 'else', null]) expect(demoScenario(id).id).toBe('success')
})

import { expect, test } from 'vitest'
import { diagnosisRules } from '#core/verify/diagnose.ts'
import { Diagnosis, VerdictKind } from '#core/verify/verdict.ts'
import { demoScenario, demoScenarios } from './demo-scenarios.ts'
import { scenarioMessages } from './scenario-messages.ts'

/** They take a second tenant, another config or a busy server, and a demo has none of these. */
const notShown: readonly Diagnosis[] = ['check-delayed', 'update-required', 'other-external-id-accepted']

test('every other diagnosis and every verdict can be picked', () => {
  const shown = new Set([...demoScenarios.map(({ expects }) => expects), ...notShown])
  expect(Diagnosis.options.filter((diagnosis) => !shown.has(diagnosis))).toEqual([])
  const kinds = new Set(diagnosisRules.filter(({ diagnosis }) => shown.has(diagnosis)).map(({ kind }) => kind))
  expect(VerdictKind.options.filter((kind) => !kinds.has(kind))).toEqual([])
})

test('each scenario has an ID and a title of its own, and a story for the presenter', () => {
  const { scenarios } = scenarioMessages.in('en')
  const ids = demoScenarios.map(({ id }) => id)
  expect(Object.keys(scenarios).sort()).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
  expect(new Set(ids.map((id) => scenarios[id].title)).size).toBe(ids.length)
  for (const id of ids) expect(scenarios[id].story.length).toBeGreaterThan(20)
})

test('one is found by its id or by its account, and whatever is not known is the main path', () => {
  expect(demoScenario('no-condition').id).toBe('no-condition')
  expect(demoScenario('400000000010').id).toBe('no-condition')
  for (const id of ['444455556666', 'else', null]) expect(demoScenario(id).id).toBe('success')
})

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Vendor } from '#core/connection/vendor.ts'
import { doctorRules } from '#core/pasted/pasted-rules.ts'
import { formerRuleIds, ruleCatalog } from '#core/rules/catalog.ts'
import { Cause, Diagnosis } from '#core/verify/verdict.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { entries, entriesOf } from './explained-screen.tsx'

const all = entries(Vendor.parse(demoVendor))

test('has exactly one entry for every code that a message can have', () => {
  const codes = (chapter: string) => all.filter((entry) => entry.chapter === chapter).map(({ code }) => code)
  expect(codes('diagnosis')).toEqual(Diagnosis.options)
  expect(codes('cause')).toEqual(Cause.options)
  expect(codes('doctor')).toEqual(doctorRules.map(({ id }) => id))
  for (const { id, kind } of ruleCatalog) expect(codes(kind)).toContain(id)
  expect(all.length).toBe(Diagnosis.options.length + Cause.options.length + doctorRules.length + ruleCatalog.length)
})

test('former ids open the rule that replaces them', () => {
  for (const [former, id] of Object.entries(formerRuleIds)) expect(entriesOf(all, former).map(({ code }) => code)).toContain(id)
  expect(entriesOf(all, 'TP14').map(({ code }) => code)).toEqual(['TP14'])
  expect(entriesOf(all, 'no-such-code')).toEqual([])
})

test('every entry has text, without values of a connection', () => {
  for (const { code, title, parts, todo } of all) {
    const texts = [title, ...parts.map(({ text }) => text), ...todo]
    for (const text of texts) {
      expect(text.trim().length, code).toBeGreaterThan(3)
      expect(text, code).not.toMatch(/undefined|null|\[object/)
    }
    expect(todo.length, code).toBeGreaterThan(0)
  }
})

test('the documents have the same entries', () => {
  const documents = ['rules', 'diagnoses'].map((name) => readFileSync(`docs/${name}.md`, 'utf8')).join('\n')
  const heading = { diagnosis: '### ', cause: '### cause ', doctor: '### doctor ' } as const
  const headingOf = (chapter: string) => Object.entries(heading).find(([name]) => name === chapter)?.[1] ?? '### '
  for (const { code, chapter } of all) expect(documents).toContain(`${headingOf(chapter)}${code}\n`)
  for (const former of Object.keys(formerRuleIds)) expect(documents).toContain(`id="doctor-${former}"`)
})

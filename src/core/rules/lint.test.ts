import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import type { Finding, Path } from '#core/policy/form/rule.ts'
import { trustPolicies } from '#core/policy/policies.test-data.ts'
import { processorMs } from '#core/processor-time.test-data.ts'
import { runs } from '#tools/thorough.ts'
import { lintHostingPolicy, lintPermissionsPolicy, lintTrustPolicy } from './lint.ts'
import { rightTrustPolicy, trustContext } from './rule-case.test-data.ts'

const all = (text: string): readonly Finding[] => [
  ...lintTrustPolicy(text, trustContext),
  ...lintPermissionsPolicy(text),
  ...lintHostingPolicy(text),
]

function at(text: string, { start, end }: NonNullable<Finding['range']>): string {
  const lines = text.split(/\r\n|\r|\n/)
  const breaks = text.match(/\r\n|\r|\n/g) ?? []
  const offset = (position: { readonly line: number; readonly column: number }) =>
    lines.slice(0, position.line - 1).reduce((sum, line, index) => sum + line.length + (breaks[index]?.length ?? 0), 0) +
    position.column -
    1
  return text.slice(offset(start), offset(end))
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, step) =>
      typeof inner === 'object' && inner !== null ? Object.entries(inner).find(([key]) => key === String(step))?.[1] : undefined,
    value,
  )

test('a range names the key or the value that its path leads to', () => {
  fc.assert(
    fc.property(trustPolicies, fc.constantFrom(0, 2, '\t'), fc.constantFrom('\n', '\r\n', '\r'), (policy, indent, lineBreak) => {
      const text = JSON.stringify(policy, null, indent).replaceAll('\n', lineBreak)
      for (const { range, path } of all(text)) {
        if (range === undefined || path.length === 0) continue
        const named: unknown = JSON.parse(at(text, range))
        expect([path.at(-1), valueAt(policy, path)]).toContainEqual(named)
      }
    }),
    { seed, numRuns: runs(80) },
  )
})

const fragments = [
  '"Statement"',
  '"Effect"',
  '"Allow"',
  '"Principal"',
  '"AWS"',
  '"*"',
  '"Action"',
  '"Condition"',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '1',
  'null',
  '__proto__',
  '"__proto__"',
  '"constructor"',
  "'",
  '"',
  '//',
  '\u201c',
  '\n',
  '\\',
  '%7B',
  '\ud800',
]

const mutatedPolicies = fc
  .tuple(trustPolicies, fc.array(fc.tuple(fc.nat(), fc.nat(4), fc.constantFrom(...fragments, '')), { maxLength: 4 }))
  .map(([policy, mutations]) =>
    mutations.reduce(
      (text, [position, removed, inserted]) => {
        const start = position % (text.length + 1)
        return text.slice(0, start) + inserted + text.slice(start + removed)
      },
      JSON.stringify(policy, null, 1),
    ),
  )

const anyTexts = fc.oneof(
  fc.string({ maxLength: 200, unit: 'binary' }),
  fc.array(fc.constantFrom(...fragments), { maxLength: 60 }).map((parts) => parts.join('')),
  mutatedPolicies,
  fc.jsonValue().map((value) => JSON.stringify(value)),
)

test('no text makes the linter throw, and every finding is whole', () => {
  fc.assert(
    fc.property(anyTexts, (text) => {
      for (const { rule, message, why, range, fix } of all(text)) {
        expect([rule, message, why].every((words) => words.length > 0)).toBe(true)
        if (range !== undefined) expect(range.start.line <= range.end.line && range.start.column >= 1).toBe(true)
        if (fix !== undefined) expect(() => JSON.parse(fix)).not.toThrow()
      }
    }),
    { seed, numRuns: runs(300) },
  )
})

const statementText = JSON.stringify(JSON.parse(rightTrustPolicy).Statement[0])
const ids = (count: number) => JSON.stringify(Array.from({ length: count }, (_, index) => `id ${index}*`))

test.each([
  ['ten thousand brackets', '['.repeat(10_000)],
  ['a thousand statements', `{"Statement":[${Array.from({ length: 1000 }, () => statementText).join(',')}]}`],
  [
    'a thousand statements without a condition',
    `{"Statement":[${Array.from({ length: 1000 }, () => '{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"sts:*"}').join(',')}]}`,
  ],
  ['five thousand external IDs', `{"Statement":[${statementText.replace(/"c0ffee[^"]*"/, ids(5000))}]}`],
  ['five thousand principals', `{"Statement":[${statementText.replace(/"arn:[^"]*"/, ids(5000))}]}`],
  ['a long name', `{"Statement":[{"${'a'.repeat(200_000)}":1}]}`],
  [
    'a pattern of many stars',
    `{"Statement":[${statementText.replace('StringEquals', 'StringLike').replace(/"c0ffee[^"]*"/, `"${'*a'.repeat(5000)}"`)}]}`,
  ],
  ['a long external ID', `{"Statement":[${statementText.replace(/"c0ffee[^"]*"/, `"${'ab'.repeat(20_000)}"`)}]}`],
])('%s are judged in bounded time', (_, text) => {
  expect(processorMs(() => [lintTrustPolicy(text, trustContext), lintHostingPolicy(text)])).toBeLessThan(5_000)
})

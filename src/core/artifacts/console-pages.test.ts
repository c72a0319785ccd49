import { expect, test } from 'vitest'
import { partitionIds } from '#core/aws/partition.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { readRoleUrl, roleUrl } from './console-pages.ts'

test('reads the role and the partition back from the URL of its page', () => {
  const { roleName } = planOf()
  for (const partition of partitionIds)
    for (const tab of ['permissions', 'trust_relationships'] as const)
      expect(readRoleUrl(roleUrl({ partition, roleName }, tab))).toEqual({ partition, roleName })
})

test('reads nothing from another URL', () => {
  for (const url of [
    '',
    'https://example.com/iam/home#/roles/details/Role?section=permissions',
    'https://console.aws.amazon.com/iam/home#/users',
  ])
    expect(readRoleUrl(url)).toBeNull()
})

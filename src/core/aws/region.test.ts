import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partitionIds, partitions } from './partition.ts'
import { partitionOf, Region, readRegion } from './region.ts'

const cases = [
  ['us-east-1', 'aws'],
  ['eu-central-2', 'aws'],
  ['ap-southeast-5', 'aws'],
  ['mx-central-1', 'aws'],
  ['us-gov-west-1', 'aws-us-gov'],
  ['us-gov-east-1', 'aws-us-gov'],
  ['cn-north-1', 'aws-cn'],
  ['cn-northwest-1', 'aws-cn'],
  ['eusc-de-east-1', 'aws-eusc'],
] as const

test.each(cases)('%s lies in %s', (region, partition) => {
  expect(partitionOf(Region.parse(region))).toBe(partition)
})

const refused = [
  ['us-iso-east-1', 'region-isolated'],
  ['us-isob-west-1', 'region-isolated'],
  ['us-isof-south-1', 'region-isolated'],
  ['eu-isoe-west-1', 'region-isolated'],
  ['', 'region-unknown'],
  ['us-east', 'region-unknown'],
  ['us-east-1\n', 'region-unknown'],
  ['US-EAST-1', 'region-unknown'],
  ['us-east-1.evil.example', 'region-unknown'],
  ['xx-east-1', 'region-unknown'],
] as const

test.each(refused)('%j is refused as %s', (text, reason) => {
  expect(readRegion(text)).toEqual({ kind: 'refused', reason })
  expect(Region.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([reason])
})

test('the home region of each partition lies in it', () => {
  for (const id of partitionIds) expect(partitionOf(Region.parse(partitions[id].homeRegion))).toBe(id)
})

test('any text is a region of one partition or a refusal, and a region can stand in a host name', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^(us|eu|cn|us-gov|eusc-de)-\w{1,9}-\d{1,2}$/)), (text) => {
      const matching = partitionIds.filter((id) => partitions[id].regionPattern.test(text))
      expect(matching.length).toBeLessThanOrEqual(1)
      expect(readRegion(text).kind === 'region').toBe(matching.length === 1)
      if (matching.length === 1) expect(text).toMatch(/^[\w-]+$/)
    }),
  )
})

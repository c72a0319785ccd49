import { expect, test } from 'vitest'
import { partitionIds } from '#core/aws/partition.ts'
import { templatePlace } from '#core/aws/template-place.ts'
import { Vendor } from '#core/connection/vendor.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { publishedTemplates } from './cloudformation-template.ts'

const vendor = Vendor.parse(demoVendor)

test('the config names the current template of each partition', () => {
  const outdated = publishedTemplates(vendor).filter(({ isCurrent }) => !isCurrent)
  expect(outdated.map(({ partition, url }) => `${partition} should be ${url}; npm run template -- --write does it`)).toEqual([])
  expect(publishedTemplates(vendor).map(({ partition }) => partition)).toEqual(partitionIds)
})

test('another template lies under another key', () => {
  const other = Vendor.parse({ ...demoVendor, role: { ...demoVendor.role, maxSessionDuration: 10_800 } })
  const keys = [...publishedTemplates(vendor), ...publishedTemplates(other)].map(({ key }) => key)
  expect(new Set(keys).size).toBe(keys.length)
  expect(publishedTemplates(other).map(({ isCurrent }) => isCurrent)).toEqual([false, false, false, false])
})

test.each([
  ['https://pixelworks-templates.s3.us-east-1.amazonaws.com/a/role.yaml', { bucket: 'pixelworks-templates', region: 'us-east-1' }],
  ['https://pixelworks-templates.s3-website.us-east-1.amazonaws.com/a/role.yaml', null],
  ['http://pixelworks-templates.s3.us-east-1.amazonaws.com/a/role.yaml', null],
  ['https://pixelworks-templates.s3.cn-north-1.amazonaws.com.cn/a/role.yaml', null],
  ['https://pixelworks-templates.s3.us-east-1.amazonaws.com.evil.example/a/role.yaml', null],
  ['https://pixelworks.example/role.yaml', null],
])('%s', (url, place) => {
  expect(templatePlace(url, 'aws')).toEqual(place)
})

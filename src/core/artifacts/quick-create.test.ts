import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partitions } from '#core/aws/partition.ts'
import { partitionOf } from '#core/aws/region.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf, vendor } from '#core/fixtures.test-data.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { quickCreate, quickCreateLink, readQuickCreateLink } from './quick-create.ts'
import { templateParameters } from './template-choice.ts'

const planWith = (request: object, of: Vendor = vendor): RolePlan =>
  planOf({ permissions: { readSourceImages: { sourceBuckets: ['acme-uploads', 'acme-scans'] } }, ...request }, of)

function linkOf(plan: RolePlan): string {
  const link = quickCreateLink(plan)
  if (link.kind !== 'link') throw new Error(link.because.join())
  return link.url
}

const plans = fc
  .record({
    accountId: fc.stringMatching(/^\d{12}$/).filter((id) => !Object.values(vendor.accounts).some((account) => account === id)),
    region: fc.constantFrom(...vendor.regions),
    externalId: fc.oneof(
      fc.stringMatching(/^[\w+=,.@:/-]{2,60}$/),
      fc.stringMatching(/^[\w+=,.@:/-]{1224}$/),
      fc.constant('+=,.@:/-_'.repeat(136)),
    ),
    permissions: fc.record(
      {
        readSourceImages: fc.record({
          sourceBuckets: fc.uniqueArray(fc.stringMatching(/^[a-z0-9]{3,20}$/), { minLength: 1, maxLength: 20 }),
        }),
        writeResults: fc.record({ resultBucket: fc.stringMatching(/^[a-z0-9]{3,20}$/) }),
        decryptImages: fc.record({ imageKey: fc.uuid() }),
      },
      { requiredKeys: ['readSourceImages'], noNullPrototype: true },
    ),
  })
  .map((request) => planWith(request))

const expected = (plan: RolePlan) => ({
  kind: 'quick-create',
  region: plan.region,
  partition: plan.partition,
  templateUrl: vendor.templates[plan.partition],
  stackName: plan.stackName,
  parameters: templateParameters(plan),
})

test('the link of a connection', () => {
  expect(
    linkOf(planWith({ externalId: 'a+b=c,d.e@f:g/h-i_j' })).replace(/rolebridge%2F\w{16}/, 'rolebridge%2FVERSION'),
  ).toMatchInlineSnapshot(
    `"https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/create/review?templateURL=https%3A%2F%2Fpixelworks-templates.s3.us-east-1.amazonaws.com%2Frolebridge%2FVERSION%2Frole.yaml&stackName=PixelworksAccess&param_AccountId=444455556666&param_ExternalId=a%2Bb%3Dc%2Cd.e%40f%3Ag%2Fh-i_j&param_SourceBuckets=acme-uploads%2Cacme-scans"`,
  )
})

test('a link says what the plan says, for every legal connection', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      expect(readQuickCreateLink(linkOf(plan))).toEqual(expected(plan))
    }),
    { numRuns: 300 },
  )
})

test('the other spellings that are in use say the same', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const link = linkOf(plan)
      const respelt = [
        link.replace('#/stacks/create/review?', '#/stacks/quickcreate?'),
        link.replace('templateURL=', 'templateUrl='),
        link.replace(`https://${plan.region}.`, 'https://'),
        ` "${link}"\n`,
      ]
      for (const text of respelt) expect(readQuickCreateLink(text)).toEqual(expected(plan))
    }),
    { numRuns: 50 },
  )
})

test('a reader that takes a plus sign for a blank reads the same values', () => {
  fc.assert(
    fc.property(plans, (plan) => {
      const url = new URL(linkOf(plan))
      const pairs = new URLSearchParams(url.hash.slice(url.hash.indexOf('?')))
      expect(pairs.get('param_ExternalId')).toBe(plan.externalId)
      expect(pairs.get('templateURL')).toBe(vendor.templates[plan.partition])
    }),
    { numRuns: 100 },
  )
})

test('the link goes to the console of the partition of the region', () => {
  expect(vendor.regions.map((region) => new URL(linkOf(planWith({ region }))).host)).toEqual(
    vendor.regions.map((region) => `${region}.${partitions[partitionOf(region)].consoleDomain}`),
  )
})

test('whatever is pasted is read or refused, and nothing is thrown', () => {
  const link = linkOf(planWith({}))
  const edited = fc
    .tuple(
      fc.nat(link.length),
      fc.nat(20),
      fc.oneof(fc.string(), fc.constantFrom('%', '%zz', '&', '=', '?', '#', 'param_a=1&param_a=2', '://')),
    )
    .map(([start, length, text]) => link.slice(0, start) + text + link.slice(start + length))
  fc.assert(
    fc.property(fc.oneof(fc.string(), edited), (text) => {
      expect(['quick-create', 'refused']).toContain(readQuickCreateLink(text).kind)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['not-a-quick-create-link', 'https://example.com/'],
  [
    'not-a-quick-create-link',
    'http://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-east-1#/stacks/create/review?templateURL=https://b',
  ],
  [
    'console-host-unknown',
    'https://us-east-1.console.aws.amazon.com.evil.example/cloudformation/home#/stacks/quickcreate?templateURL=https://b',
  ],
  [
    'console-host-unknown',
    'https://us-east-1.console.aws.amazon.com@evil.example/cloudformation/home#/stacks/quickcreate?templateURL=https://b',
  ],
  ['console-host-unknown', 'https://evilconsole.aws.amazon.com/cloudformation/home#/stacks/quickcreate?templateURL=https://b'],
  ['region-unknown', 'https://console.aws.amazon.com/cloudformation/home#/stacks/quickcreate?templateURL=https://b'],
  [
    'region-mismatch',
    'https://us-east-1.console.aws.amazon.com/cloudformation/home?region=us-west-2#/stacks/quickcreate?templateURL=https://b',
  ],
  ['partition-mismatch', 'https://us-gov-west-1.console.aws.amazon.com/cloudformation/home#/stacks/quickcreate?templateURL=https://b'],
  ['encoding-invalid', 'https://us-east-1.console.aws.amazon.com/cloudformation/home#/stacks/quickcreate?templateURL=%E0%A4%A'],
  [
    'name-repeated',
    'https://us-east-1.console.aws.amazon.com/cloudformation/home#/stacks/quickcreate?templateURL=https://b&param_A=1&param_A=2',
  ],
  ['template-url-missing', 'https://us-east-1.console.aws.amazon.com/cloudformation/home#/stacks/quickcreate?stackName=a'],
])('%s: %s', (reason, url) => {
  expect(readQuickCreateLink(url)).toEqual({ kind: 'refused', reason })
})

test('without a published template there is no link, and the artifact says so', () => {
  const plan = planWith({}, Vendor.parse({ ...demoVendor, templates: {} }))
  expect(quickCreateLink(plan)).toEqual({ kind: 'unavailable', because: ['template-not-published'] })
  expect(quickCreate.render(plan).text).toContain('No quick-create link is available')
})

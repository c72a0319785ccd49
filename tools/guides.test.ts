import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { connectionTerms } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { lintHostingPolicy } from '#core/rules/lint.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }

const jsonIn = (page: string): unknown[] =>
  [...readFileSync(`docs/${page}.md`, 'utf8').matchAll(/^```json\n([\s\S]*?)^```/gm)].map(([, text = '']) => JSON.parse(text))

const [config, hostingPolicy] = jsonIn('vendors')

test('the config of the guide for vendors is a valid one, and is the beginning of the demo vendor’s', () => {
  const vendor = Vendor.parse(config)
  expect(Vendor.parse(demoVendor)).toMatchObject({
    name: vendor.name,
    purpose: vendor.purpose,
    applicationRoleName: vendor.applicationRoleName,
  })
})

test('the linter has nothing to say to the policy of the application role', () => {
  expect(lintHostingPolicy(JSON.stringify(hostingPolicy))).toEqual([])
})

test('the trust policy of the guide for security reviewers is the one that customers get', () => {
  const vendor = Vendor.parse(demoVendor)
  const terms = connectionTerms(vendor).parse({
    accountId: '444455556666',
    region: 'us-east-1',
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
  })
  expect(jsonIn('security-reviewers')).toEqual([rolePlan(terms, vendor).trustPolicy])
})

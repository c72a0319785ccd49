import demoVendor from '#public/vendor.json' with { type: 'json' }
import { type ConnectionTerms, connectionTerms } from './connection/connection.ts'
import { type RolePlan, rolePlan } from './connection/role-plan.ts'
import { Vendor } from './connection/vendor.ts'
import type { Verdict } from './verify/verdict.ts'

/** The demo vendor. */
export const vendor: Vendor = Vendor.parse(demoVendor)

const { applicationRoleName: _, ...unnamed } = demoVendor

/** The demo vendor with an IAM user in place of its application role, as some storage platforms have one. */
export const userConfig = { ...unnamed, applicationUser: { name: 'pix1-b-self1234', path: '/service/' } }
export const userVendor: Vendor = Vendor.parse(userConfig)
export const userArn = 'arn:aws:iam::111122223333:user/service/pix1-b-self1234'

/** What a customer enters: the required permissions and nothing else. */
export const request = {
  accountId: '444455556666',
  region: 'us-east-1',
  externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
  permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
} as const

export const termsOf = (change: object = {}, of: Vendor = vendor): ConnectionTerms =>
  connectionTerms(of, { externalId: 'any' }).parse({ ...request, ...change })

export const planOf = (change: object = {}, of: Vendor = vendor): RolePlan => rolePlan(termsOf(change, of), of)

/** Verified, unless changed. */
export const verdictOf = (change: Partial<Verdict> = {}): Verdict => ({
  kind: 'verified',
  diagnosis: 'verified',
  causes: [],
  probes: [],
  checks: [],
  checkedAt: '2026-11-22T08:00:00.000Z',
  nextCheckInMs: 2000,
  simulated: true,
  ...change,
})

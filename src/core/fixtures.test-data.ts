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

/** The demo vendor with two application roles, and a role that checks run as. */
export const severalRolesVendor: Vendor = Vendor.parse({
  ...vendor,
  additionalApplicationRoles: [{ name: 'OldApplication', path: '/service/' }],
  verifierRole: { name: 'Verifier' },
})

const account = 'arn:aws:iam::111122223333:role'
/** The ARNs of its roles. `account` is what the ARN of any role of the vendor begins with. */
export const severalRoles = {
  account,
  application: `${account}/PixelworksApplication`,
  old: `${account}/service/OldApplication`,
  verifier: `${account}/Verifier`,
} as const

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

/** A trust policy that requires the external ID of `request`, and one of these roles as the caller. */
export const trustOfRoles = (roles: string | readonly string[], Principal: unknown = { AWS: 'arn:aws:iam::111122223333:root' }): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal,
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': request.externalId }, ArnEquals: { 'aws:PrincipalArn': roles } },
      },
    ],
  })

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

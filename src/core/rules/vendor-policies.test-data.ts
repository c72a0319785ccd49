import type { PolicyDocument, PolicyStatement } from '#core/policy/document.ts'
import { vendor } from './rule-case.test-data.ts'

export const customer = '444455556666'
export const root = `arn:aws:iam::${vendor}:root`
export const bucket = 'arn:aws:s3:::acme-uploads'
export const objects = `${bucket}/*`

/** The findings above `info`, as `rule severity: sentence`, in their order. All of them are true. */
type Told = { readonly told: readonly string[] }

export type VendorPolicy = Told & { readonly vendor: string; readonly policy: PolicyDocument }
export type VendorTrust = VendorPolicy & { readonly externalId: string }
export type BadPolicy = Told & { readonly name: string; readonly policy: PolicyDocument; readonly externalId?: string }

export const document = (...Statement: PolicyStatement[]): PolicyDocument => ({ Version: '2012-10-17', Statement })

export const allow = (
  Action: string | string[],
  Resource: string | string[] = '*',
  Condition?: NonNullable<PolicyStatement['Condition']>,
): PolicyStatement => ({ Effect: 'Allow', Action, Resource, ...(Condition === undefined ? {} : { Condition }) })

export const deny = (Action: string | string[], Resource: string | string[] = '*'): PolicyStatement => ({
  Effect: 'Deny',
  Action,
  Resource,
})

export const assuming = (AWS: string | string[], Condition?: NonNullable<PolicyStatement['Condition']>): PolicyStatement => ({
  Effect: 'Allow',
  Principal: { AWS },
  Action: 'sts:AssumeRole',
  ...(Condition === undefined ? {} : { Condition }),
})

export const withId = (externalId: string | string[]) => ({ StringEquals: { 'sts:ExternalId': externalId } })

export const permitting = (name: string, told: readonly string[], ...statements: readonly PolicyStatement[]): VendorPolicy => ({
  vendor: name,
  told,
  policy: document(...statements),
})

/** The actions of a long list, as it is written. */
export const words = (text: string): string[] => text.trim().split(/\s+/)

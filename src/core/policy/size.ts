import type { PolicyDocument } from './document.ts'
import { type JsonNode, jsonValue } from './json/json-node.ts'

/** Characters, white space not counted. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policyQuotas = {
  /** The default; can be raised on request. */
  'trust-policy': 2048,
  'managed-policy': 6144,
  /** All inline policies of one role together. */
  'inline-policies': 10_240,
} as const

export type PolicyQuota = keyof typeof policyQuotas

/**
 * Characters that count against the quota. AWS does not say whether blanks inside strings count; counting them errs
 * on the safe side.
 */
export function policySize(document: PolicyDocument): number {
  return JSON.stringify(document).length
}

export function exceedsQuota(document: PolicyDocument, quota: PolicyQuota): boolean {
  return policySize(document) > policyQuotas[quota]
}

/** Characters that count: white space between them does not. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policyLength = (root: JsonNode): number => JSON.stringify(jsonValue(root)).length

export const lengthMaximum = { managed: policyQuotas['managed-policy'], inline: policyQuotas['inline-policies'] } as const

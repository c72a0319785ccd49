import type { JsonNode } from './json/json-node.ts'
import { jsonValue } from './json/json-value.ts'
import { policyQuotas } from './size.ts'

/** Characters that count: white space between them does not. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const policyLength = (root: JsonNode): number => JSON.stringify(jsonValue(root)).length

export const lengthMaximum = { managed: policyQuotas['managed-policy'], inline: policyQuotas['inline-policies'] } as const

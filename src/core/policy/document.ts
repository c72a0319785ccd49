import * as z from 'zod/mini'
import { isList } from '#core/text/strings.ts'

const OneOrMany = z.union([z.string(), z.array(z.string())])
const ConditionValue = z.union([z.string(), z.boolean(), z.number(), z.array(z.union([z.string(), z.boolean(), z.number()]))])
const Principal = z.union([z.string(), z.record(z.string(), OneOrMany)])

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export const PolicyStatement = z.object({
  Sid: z.optional(z.string()),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: z.optional(Principal),
  NotPrincipal: z.optional(Principal),
  Action: z.optional(OneOrMany),
  NotAction: z.optional(OneOrMany),
  Resource: z.optional(OneOrMany),
  NotResource: z.optional(OneOrMany),
  Condition: z.optional(z.record(z.string(), z.record(z.string(), ConditionValue))),
})
export type PolicyStatement = z.infer<typeof PolicyStatement>

export const PolicyDocument = z.object({
  Version: z.optional(z.string()),
  Id: z.optional(z.string()),
  Statement: z.union([PolicyStatement, z.array(PolicyStatement)]),
})
export type PolicyDocument = z.infer<typeof PolicyDocument>

/** IAM takes one value where it takes a list. */
export function listOf<Value>(value: Value | readonly Value[] | undefined): readonly Value[] {
  if (value === undefined) return []
  return isList(value) ? value : [value]
}

/** The text that is shown, copied, downloaded and sent: two blanks, one trailing newline. */
export function policyText(document: PolicyDocument): string {
  return `${JSON.stringify(document, null, 2)}\n`
}

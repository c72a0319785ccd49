import * as z from 'zod/mini'
import type { Partition } from '#core/aws/partition.ts'
import { tableLines } from './cli-table.ts'
import { withoutMarks } from './open-value.ts'
import type { AttachedPolicies, AttachedPoliciesFact } from './pasted-fact.ts'

const Attached = z.array(z.object({ PolicyArn: z.string() }))
const List = z.array(z.unknown())

/** Attached policies of the account details and of templates, by keys in small letters without underscores. */
export function attachedIn(properties: ReadonlyMap<string, unknown>): AttachedPolicies | undefined {
  const details = Attached.safeParse(properties.get('attachedmanagedpolicies'))
  if (details.success) return { arns: details.data.map(({ PolicyArn }) => PolicyArn), isWhole: true }
  const written = properties.get('managedpolicyarns')
  if (written === undefined || written === null) return undefined
  const list = List.safeParse(written)
  const arns = (list.data ?? []).filter((item) => typeof item === 'string')
  return { arns, isWhole: list.data?.length === arns.length }
}

const fact = (arns: readonly string[], isWhole: boolean): AttachedPoliciesFact => ({
  kind: 'attached-policies',
  roleName: null,
  policies: { arns, isWhole },
})

const Answer = z.object({
  AttachedPolicies: Attached,
  IsTruncated: z.optional(z.boolean()),
  NextToken: z.optional(z.unknown()),
})

/** https://docs.aws.amazon.com/cli/latest/reference/iam/list-attached-role-policies.html */
export function attachedShape(value: unknown): readonly AttachedPoliciesFact[] | null {
  const answer = Answer.safeParse(value)
  if (answer.success) {
    const { AttachedPolicies, IsTruncated = false, NextToken } = answer.data
    return [
      fact(
        AttachedPolicies.map(({ PolicyArn }) => PolicyArn),
        !IsTruncated && NextToken === undefined,
      ),
    ]
  }
  // The result of `--query AttachedPolicies`.
  const alone = Attached.safeParse(value)
  if (!alone.success || alone.data.length === 0) return null
  return [
    fact(
      alone.data.map(({ PolicyArn }) => PolicyArn),
      true,
    ),
  ]
}

const arnIn = /\barn:[\w-]+:iam::(?:aws|\d{12}):policy\/[\w+=,.@/-]*[\w+=@-]/g

/** The same as a table or as text between tabs. */
export function attachedTexts(text: string): readonly AttachedPoliciesFact[] {
  const table = text.includes('ListAttachedRolePolicies') ? tableLines(text).join('\n') : ''
  const [, cells = null] = table.split(/^\|+ *ListAttachedRolePolicies *\|+$/m)
  if (cells !== null) return [fact(cells.match(arnIn) ?? [], true)]
  const lines = [...text.matchAll(/^ATTACHEDPOLICIES\s+(arn:\S+)\s+\S+$/gm)].map(([, arn = '']) => arn)
  return lines.length === 0 ? [] : [fact(lines, true)]
}

const Texts = z.array(z.string())

/** A policy for each value of the list. https://developer.hashicorp.com/terraform/language/meta-arguments/for_each */
function arnsOf(policyArn: string, each: unknown): readonly string[] {
  if (!/^\W?each\.(?:value|key)\W?$/.test(policyArn)) return [policyArn]
  const list = Texts.safeParse(typeof each === 'object' && each !== null ? Object.values(each) : each)
  return list.success ? list.data : [policyArn]
}

/**
 * Resources that attach one policy to one role each. Others may stand in another file.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role_policy_attachment
 */
export function attachment(properties: ReadonlyMap<string, unknown>): readonly AttachedPoliciesFact[] {
  const [role, policyArn] = [properties.get('role'), properties.get('policyarn')]
  if (typeof role !== 'string' || typeof policyArn !== 'string') return []
  const roleName = /^[\w+=,.@-]{1,64}$/.test(role) ? role : null
  return [{ ...fact(arnsOf(policyArn, properties.get('foreach')), false), roleName }]
}

/** With what a template leaves open by its name in braces. */
export const settledPolicies = (policies: AttachedPolicies, defaults: ReadonlyMap<string, string>): AttachedPolicies => ({
  ...policies,
  arns: policies.arns.map((arn) => withoutMarks(arn, (name) => defaults.get(name) ?? `\${${name}}`)),
})

const managedPolicy = /^arn:[\w-]+:iam::(?:aws|\d{12}):policy\/[\w+=,.@/-]+$/

const inPartition = (arn: string, partition: Partition): string => arn.replace(/^arn:\$\{[^{}]*partition[^{}]*\}:/i, `arn:${partition}:`)

/** All that a text tells of the role's managed policies, in its partition. Null where it tells nothing. */
export function attachedTo(all: readonly AttachedPolicies[], partition: Partition): AttachedPolicies | null {
  if (all.length === 0) return null
  const written = [...new Set(all.flatMap(({ arns }) => arns).map((arn) => inPartition(arn, partition)))]
  const arns = written.filter((arn) => managedPolicy.test(arn))
  return { arns, isWhole: all.some(({ isWhole }) => isWhole) && arns.length === written.length }
}

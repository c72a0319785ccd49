import * as z from 'zod/mini'
import { ParameterKind } from '#core/aws/parameter-kind.ts'
import { Partition } from '#core/aws/partition.ts'
import { readRegion } from '#core/aws/region.ts'

/**
 * Texts in the vendor's config for customers, by language, as `de`; in English always, which artifacts have. A plain text is English.
 * https://www.rfc-editor.org/info/bcp47
 */
export const VendorText = z.union([
  z.pipe(
    z.string(),
    z.transform((en): VendorText => ({ en })),
  ),
  z.catchall(z.object({ en: z.string() }), z.string()),
])
export type VendorText = { readonly en: string; readonly [language: string]: string }

/** One text, or several. */
const OneOrMany = z.union([z.string(), z.array(z.string())])

export const PermissionSetParameter = z.strictObject({
  /** Stands in statements as `{{id}}`, in CloudFormation as a parameter in PascalCase. */
  id: z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,40}$/)),
  title: VendorText,
  kind: ParameterKind,
  /** Several values, each of which gets its own ARN. */
  many: z._default(z.boolean(), false),
  /** The content of the untouched field. Nothing else fills it in: a connection has the values that its request names. */
  default: z.optional(OneOrMany),
  /** A value for the empty field to show, in place of the example of the kind. */
  example: z.optional(z.string()),
  /** In plain words: where the customer finds the value. */
  help: z.optional(VendorText),
})
export type PermissionSetParameter = z.infer<typeof PermissionSetParameter>

const StatementTexts = z.array(z.string().check(z.minLength(1))).check(z.minLength(1))

export const PermissionSetStatement = z.strictObject({
  sid: z.string().check(z.regex(/^[A-Za-z0-9]{1,64}$/)),
  /** Absent: `Allow`. A denial overrides every permission of the role. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html */
  effect: z.optional(z.enum(['Allow', 'Deny'])),
  actions: StatementTexts,
  /** ARNs with `{{partition}}`, `{{accountId}}`, `{{region}}`, `{{rolePath}}`, `{{roleName}}` and parameters in them. At most one parameter of an ARN has several values. */
  resources: StatementTexts,
  /** In IAM's form. The values can have the placeholders of resources. */
  conditions: z.optional(z.record(z.string(), z.record(z.string(), OneOrMany))),
})
export type PermissionSetStatement = z.infer<typeof PermissionSetStatement>

/** A call that is made with the assumed role, once for each value of the parameter, or once for the account where it has none. */
export const PermissionCheck = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,60}$/)),
  /** One of the IDs in core/checks. The config rules see to that, so that the first screen does without them. */
  call: z.string(),
  parameter: z.optional(z.string()),
})
export type PermissionCheck = z.infer<typeof PermissionCheck>

/** A named group of permissions that the vendor asks for. */
export const PermissionSet = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-zA-Z0-9]{0,40}$/)),
  title: VendorText,
  /** In plain words, to the customer: why the vendor needs this. */
  why: VendorText,
  required: z._default(z.boolean(), false),
  /** The partitions in which it is offered. Absent: in every partition that the vendor serves. */
  partitions: z.optional(z.array(Partition).check(z.minLength(1))),
  parameters: z._default(z.array(PermissionSetParameter), []),
  /** A set has statements, managed policies, or both. */
  statements: z._default(z.array(PermissionSetStatement), []),
  /** AWS's own, attached to the role beside its inline policy. The config rules see to their form, so that the first screen does without it. */
  managedPolicyArns: z._default(z.array(z.string()), []),
  /** A config without this key gets those that follow from the statements. */
  checks: z._default(z.array(PermissionCheck), []),
})
export type PermissionSet = z.infer<typeof PermissionSet>

type Offer = Pick<PermissionSet, 'partitions'>

/** A set that names no partitions is offered in all. */
export const isOfferedIn = ({ partitions }: Offer, partition: Partition): boolean => partitions?.includes(partition) ?? true

/** The sets for customers in a Region. All of them for a text that is none. */
export function offeredSets<Set extends Offer>(sets: readonly Set[], region: string): readonly Set[] {
  const reading = readRegion(region)
  return reading.kind === 'region' ? sets.filter((set) => isOfferedIn(set, reading.partition)) : sets
}

/** The config for customers in one partition. */
export const vendorIn = <Config extends { readonly permissionSets: readonly PermissionSet[] }>(
  config: Config,
  partition: Partition,
): Config => ({
  ...config,
  permissionSets: config.permissionSets.filter((set) => isOfferedIn(set, partition)),
})

/** The names that every statement has, in addition to the parameters of its set. */
export const builtInPlaceholders = ['partition', 'accountId', 'region', 'rolePath', 'roleName'] as const

export const isBuiltInPlaceholder = (name: string): boolean => builtInPlaceholders.some((builtIn) => builtIn === name)

/** The names between double braces. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '')
}

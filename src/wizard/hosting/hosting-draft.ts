import * as z from 'zod/mini'
import { readArn } from '#core/aws/arn.ts'
import { type ParameterKind, parameterKinds } from '#core/aws/parameter-kinds.ts'
import type { Region } from '#core/aws/region.ts'
import type { HostingPlatform } from '#core/connection/hosting-platform.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import type { HostingChoice } from '#core/hosting/application-trust.ts'
import { exampleChoice, examplesIn } from '#core/hosting/hosting-plan.ts'

/** The texts of the fields, as they are typed. */
export type HostingDraft = Readonly<Record<HostingField, string>> & { readonly platform: HostingPlatform; readonly region: Region }

export type HostingField =
  | 'tables'
  | 'buckets'
  | 'registryTable'
  | 'cluster'
  | 'namespace'
  | 'serviceAccount'
  | 'oidcIssuer'
  | 'trustAnchorArn'
  | 'functionName'

/** Fields that only one platform has. */
export const fieldsOf: Readonly<Record<HostingPlatform, readonly HostingField[]>> = {
  ec2: [],
  'ec2-auto-scaling': [],
  ecs: [],
  eks: ['cluster', 'namespace', 'serviceAccount'],
  'eks-irsa': ['oidcIssuer', 'namespace', 'serviceAccount'],
  lambda: ['functionName'],
  'roles-anywhere': ['trustAnchorArn'],
}

/** Typed values. All others are examples in the vendor's name. */
export const TypedFields = z.record(z.string(), z.string())
export type TypedFields = z.infer<typeof TypedFields>

const isHostingField = (name: string, examples: object): name is HostingField => Object.hasOwn(examples, name)

/** The fields with the examples of the config and of the Region where nothing was typed. */
export function hostingDraft(typed: TypedFields, vendor: Vendor): HostingDraft {
  const first = exampleChoice(vendor)
  const region = offeredRegions(vendor).find((offered) => offered.region === typed['region'])?.region ?? first.region
  const { tables, buckets, region: _, ...rest } = examplesIn(vendor, region)
  const examples = { ...rest, tables: tables.join(', '), buckets: buckets.join(', '), registryTable: first.registryTable ?? '' }
  const own = Object.fromEntries(Object.entries(typed).filter(([name]) => isHostingField(name, examples)))
  return { ...examples, ...own, platform: vendor.hosting, region }
}

const namesIn = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((name) => name !== '')

type Reading<Value> = { readonly value: Value; readonly invalid: string | null }

function names(text: string, kind: ParameterKind): Reading<readonly string[]> {
  const { pattern, arn } = parameterKinds[kind]
  const read = namesIn(text).map((name) => arn.exec(name)?.[1] ?? name)
  const invalid = read.find((name) => !pattern.test(name)) ?? null
  return { value: [...new Set(read.filter((name) => pattern.test(name)))], invalid }
}

const kubernetesName = /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/

const forms = {
  cluster: (text: string) => /^[A-Za-z0-9][\w-]{0,99}$/.test(text),
  namespace: (text: string) => kubernetesName.test(text),
  serviceAccount: (text: string) => kubernetesName.test(text),
  oidcIssuer: (text: string) => /^[a-z0-9.-]+(\/[A-Za-z0-9._/-]+)?$/.test(text),
  trustAnchorArn: (text: string) => readArn(text)?.service === 'rolesanywhere',
  functionName: (text: string) => /^[\w-]{1,64}$/.test(text),
} as const
type SingleField = keyof typeof forms

const cleaned = (field: SingleField, text: string): string =>
  field === 'oidcIssuer' ? text.trim().replace(/^https:\/\//, '') : text.trim()

const isSingle = (field: HostingField): field is SingleField => Object.hasOwn(forms, field)

/** The fault of a field: the value that can't be used, an empty text where there must be one, or null. */
export function fieldFault(draft: HostingDraft, field: HostingField): string | null {
  if (isSingle(field)) {
    const text = cleaned(field, draft[field])
    return forms[field](text) ? null : text
  }
  return names(draft[field], field === 'buckets' ? 's3-bucket' : 'dynamodb-table').invalid
}

/** The choice behind the fields. The example takes the place of what cannot be used. */
export function hostingChoice(draft: HostingDraft, vendor: Vendor): HostingChoice {
  const examples = examplesIn(vendor, draft.region)
  const single = (field: SingleField): string => (fieldFault(draft, field) === null ? cleaned(field, draft[field]) : examples[field])
  return {
    platform: draft.platform,
    region: draft.region,
    tables: names(draft.tables, 'dynamodb-table').value,
    buckets: names(draft.buckets, 's3-bucket').value,
    registryTable: names(draft.registryTable, 'dynamodb-table').value[0] ?? null,
    cluster: single('cluster'),
    namespace: single('namespace'),
    serviceAccount: single('serviceAccount'),
    oidcIssuer: single('oidcIssuer'),
    trustAnchorArn: single('trustAnchorArn'),
    functionName: single('functionName'),
  }
}

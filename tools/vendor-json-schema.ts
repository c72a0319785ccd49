import * as z from 'zod/mini'
import { managedPolicyArn } from '#core/aws/managed-policy.ts'
import { fieldForms } from '#core/connection/vendor-config/field-forms.ts'
import { VendorFields } from '#core/connection/vendor-fields.ts'
import { vendorFieldWords } from './vendor-field-words.ts'

export const SchemaNode = z.looseObject({
  properties: z.optional(z.record(z.string(), z.unknown())),
  required: z.optional(z.array(z.string())),
  items: z.optional(z.unknown()),
  additionalProperties: z.optional(z.unknown()),
})

/** `permissionSets[].id` names a field of every entry of a list. */
function withWords(given: unknown, path: string): object {
  const { properties, items, ...rest } = SchemaNode.parse(given)
  const values = rest['type'] === 'string' ? fieldForms[path]?.values : undefined
  const described = Object.entries(properties ?? {}).map(([name, field]) => {
    const at = path === '' ? name : `${path}.${name}`
    return [name, { description: vendorFieldWords[at], ...withWords(field, at) }] as const
  })
  return {
    ...rest,
    ...(values === undefined ? {} : { enum: values }),
    ...(path === 'permissionSets[].managedPolicyArns[]' ? { pattern: managedPolicyArn.source } : {}),
    ...(properties === undefined ? {} : { properties: Object.fromEntries(described) }),
    ...(items === undefined ? {} : { items: withWords(items, `${path}[]`) }),
  }
}

/** The JSON Schema of the vendor's config before defaults are filled in, for editors. */
export function vendorJsonSchema(): object {
  return {
    title: 'The vendor config of Rolebridge',
    ...withWords(z.toJSONSchema(VendorFields, { io: 'input', unrepresentable: 'any' }), ''),
  }
}

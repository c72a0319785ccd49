import * as z from 'zod/mini'

export const RoleTag = z.object(
  { key: z.string({ error: 'tags-invalid' }), value: z.string({ error: 'tags-invalid' }) },
  { error: 'tags-invalid' },
)
export type RoleTag = z.infer<typeof RoleTag>

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules */
export const tagLimits = { count: 50, key: 128, value: 256 } as const

/** https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html */
const tagText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u

type TagFault = { readonly path: readonly string[]; readonly code: string }

function keyCode(key: string): string | null {
  if (key === '') return 'tag-key-empty'
  if (key.length > tagLimits.key) return 'tag-key-too-long'
  if (!tagText.test(key)) return 'tag-key-characters'
  return /^aws:/i.test(key) ? 'tag-key-reserved' : null
}

function valueCode(value: string): string | null {
  if (value.length > tagLimits.value) return 'tag-value-too-long'
  return tagText.test(value) ? null : 'tag-value-characters'
}

/** IAM tells keys apart without regard to case. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules_creating */
export const sameTagKey = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** IAM counts these tags together with those that the vendor sets. */
export function tagFaults(tags: readonly RoleTag[], ofVendor: Readonly<Record<string, string>>): TagFault[] {
  const isTooMany = Object.keys(roleTags(ofVendor, tags)).length > tagLimits.count
  return [
    ...(isTooMany ? [{ path: [], code: 'tags-too-many' }] : []),
    ...tags.flatMap(({ key, value }, index) => {
      const isRepeated = tags.findIndex((other) => sameTagKey(other.key, key)) < index
      const codeOfKey = isRepeated ? 'tag-key-repeated' : keyCode(key)
      const codeOfValue = valueCode(value)
      return [
        ...(codeOfKey === null ? [] : [{ path: [String(index), 'key'], code: codeOfKey }]),
        ...(codeOfValue === null ? [] : [{ path: [String(index), 'value'], code: codeOfValue }]),
      ]
    }),
  ]
}

/** The vendor's tags and the customer's; where both name a key, the customer's tag counts: it is the customer's account. */
export function roleTags(ofVendor: Readonly<Record<string, string>>, own: readonly RoleTag[]): Readonly<Record<string, string>> {
  const kept = Object.entries(ofVendor).filter(([key]) => !own.some((tag) => sameTagKey(tag.key, key)))
  return Object.fromEntries([...kept, ...own.map(({ key, value }): [string, string] => [key, value])])
}

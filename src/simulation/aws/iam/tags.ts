import { done, type Refusal, refused, validationError } from '#simulation/aws/answer.ts'
import type { Action } from '#simulation/aws/call.ts'
import { memberList } from '#simulation/aws/query.ts'
import type { Role } from '#simulation/aws/state.ts'
import { changingRole, onRole, tagList } from './role-lookup.ts'

// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html#id_tags_rules
const mostTags = 50
const tagText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u

function tagFault({ Key = '', Value }: Readonly<Record<string, string>>): string | null {
  if (Key === '' || Key.length > 128 || !tagText.test(Key)) return `Value '${Key}' at 'tags.1.member.key' failed to satisfy constraint`
  if (Value === undefined || Value.length > 256 || !tagText.test(Value))
    return `Value '${Value ?? ''}' at 'tags.1.member.value' failed to satisfy constraint`
  return null
}

/** The tags of a call beside those that are there, or why IAM refuses them. */
export function readTags(parameters: URLSearchParams, existing: Role['tags']): { readonly tags: Role['tags'] } | Refusal {
  const asked = memberList(parameters, 'Tags')
  const fault = asked.map(tagFault).find((text) => text !== null)
  if (fault !== undefined && fault !== null) return validationError(`1 validation error detected: ${fault}`)
  const keys = asked.map(({ Key = '' }) => Key)
  if (new Set(keys.map((key) => key.toLowerCase())).size < keys.length) {
    return refused(400, 'InvalidInput', 'Duplicate tag keys found. Please note that Tag keys are case insensitive.')
  }
  const tags = { ...existing, ...Object.fromEntries(asked.map(({ Key = '', Value = '' }) => [Key, Value])) }
  return Object.keys(tags).length > mostTags ? refused(409, 'LimitExceeded', `Cannot exceed quota for TagsPerRole: ${mostTags}`) : { tags }
}

const tagRole = changingRole({}, (role, { parameters }) => {
  const read = readTags(parameters, role.tags)
  return 'kind' in read ? read : { ...role, ...read }
})

const listRoleTags = onRole({}, ({ tags }) => done({ Tags: tagList(tags), IsTruncated: false }))

export const tagActions: Readonly<Record<string, Action>> = { TagRole: tagRole, ListRoleTags: listRoleTags }

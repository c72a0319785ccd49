import { coversPattern, patternsMeet } from '#core/policy/action-pattern.ts'
import type { ConditionView } from '#core/policy/policy-view.ts'

/** A tag that a resource must have. */
export type TagLimit = {
  /** The condition key in lowercase: `aws:resourcetag/team`. */
  readonly keyName: string
  /** Tag keys in conditions have no case. */
  readonly tag: string
  /** Patterns of its value, in small letters; null: any value. */
  readonly values: readonly string[] | null
}

/** Documented for each service: `aws:ResourceTag/…`, `ssm:resourceTag/…`, `rds:db-tag/…`, `s3:ExistingObjectTag/…`. */
const resourceTag = /^[a-z0-9-]+:(?:resourcetag|existingobjecttag|[a-z]*buckettag|accesspointtag|tag|(?!req-)[a-z-]+-tag)\/(.+)$/s
const requestTag = /^[a-z0-9-]+:(?:requesttag|requestobjecttag|req-tag)\/(.+)$/s
const tagKeys = /^[a-z0-9-]+:(?:tagkeys|requestobjecttagkeys)$/
/** Tells a tag that is set while a resource is created from one that is set later. */
const creation = /:(?:createaction|taggingaction)$/

const comparisons = ['StringEquals', 'StringEqualsIgnoreCase', 'StringLike', 'ArnEquals', 'ArnLike']
const negatedComparisons = ['StringNotEquals', 'StringNotEqualsIgnoreCase', 'StringNotLike', 'ArnNotEquals', 'ArnNotLike']

/** A variable may stand for anything. */
const textsOf = ({ values }: ConditionView): readonly string[] => values.map(({ text }) => text.replace(/\$\{[^}]*\}/g, '*').toLowerCase())

const isNull = ({ comparison, values }: ConditionView, value: 'true' | 'false'): boolean =>
  comparison === 'Null' && values.length > 0 && values.every(({ text }) => text.toLowerCase() === value)

const tagOf = (form: RegExp, { keyName }: ConditionView): string | undefined => form.exec(keyName)?.[1]

/** The tags that an Allow with these conditions demands. IfExists and ForAllValues also hold without the tag. */
export function demandedTags(conditions: readonly ConditionView[]): readonly TagLimit[] {
  return conditions.flatMap((condition): TagLimit[] => {
    const tag = tagOf(resourceTag, condition)
    if (tag === undefined || condition.isIfExists || condition.quantifier === 'ForAllValues:') return []
    if (isNull(condition, 'false')) return [{ keyName: condition.keyName, tag, values: null }]
    const isComparison = comparisons.includes(condition.comparison) && condition.values.length > 0
    return isComparison ? [{ keyName: condition.keyName, tag, values: textsOf(condition) }] : []
  })
}

/** The tag without which a Deny with these conditions refuses: its one condition is a negated one. */
export function sparedTags(conditions: readonly ConditionView[]): readonly TagLimit[] {
  const [condition, ...others] = conditions
  const tag = condition === undefined ? undefined : tagOf(resourceTag, condition)
  if (condition === undefined || tag === undefined || others.length > 0 || condition.quantifier !== '') return []
  if (isNull(condition, 'true')) return [{ keyName: condition.keyName, tag, values: null }]
  const isComparison = negatedComparisons.includes(condition.comparison) && condition.values.length > 0
  return isComparison ? [{ keyName: condition.keyName, tag, values: textsOf(condition) }] : []
}

const isOneOf = (patterns: readonly string[], text: string): boolean => patterns.some((pattern) => patternsMeet(pattern, text))

const isAlwaysOneOf = (patterns: readonly string[], text: string): boolean => patterns.some((pattern) => coversPattern(pattern, text))

/** Some value of the tag is among these, or among all others. */
function permitsValue(condition: ConditionView, { values }: TagLimit): boolean {
  if (condition.comparison === 'Null') return !isNull(condition, 'true')
  if (values === null) return true
  const texts = textsOf(condition)
  return condition.isNegated ? values.some((value) => !isAlwaysOneOf(texts, value)) : values.some((value) => isOneOf(texts, value))
}

function permitsKey(condition: ConditionView, { tag }: TagLimit): boolean {
  if (condition.comparison === 'Null') return !isNull(condition, 'true')
  // The request may have another tag beside it.
  return condition.quantifier === 'ForAnyValue:' || isOneOf(textsOf(condition), tag) !== condition.isNegated
}

/** True if a resource without the tag can get it in spite of a condition of the Allow to tag. Conditions on anything but tags don't count. */
export function permitsTag(condition: ConditionView, limit: TagLimit): boolean {
  const { keyName } = condition
  if (creation.test(keyName) || resourceTag.test(keyName)) {
    return condition.isNegated || condition.isIfExists || condition.quantifier === 'ForAllValues:' || isNull(condition, 'true')
  }
  if (tagKeys.test(keyName)) return permitsKey(condition, limit)
  return tagOf(requestTag, condition) !== limit.tag || permitsValue(condition, limit)
}

function meetsValue(condition: ConditionView, { values }: TagLimit): boolean {
  if (condition.comparison === 'Null') return isNull(condition, 'false')
  const texts = textsOf(condition)
  if (condition.isNegated) return values !== null && !values.some((value) => isOneOf(texts, value))
  return (values ?? ['*']).every((value) => isAlwaysOneOf(texts, value))
}

function meetsKey(condition: ConditionView, { tag }: TagLimit): boolean {
  if (condition.comparison === 'Null') return isNull(condition, 'false')
  if (condition.isNegated) return condition.quantifier === 'ForAnyValue:' && !isOneOf(textsOf(condition), tag)
  return condition.quantifier === 'ForAnyValue:' && isAlwaysOneOf(textsOf(condition), tag)
}

/** True if each request that gives the tag to a resource without it meets a condition of a Deny. */
export function forbidsTag(condition: ConditionView, limit: TagLimit): boolean {
  const { keyName } = condition
  if (creation.test(keyName) || resourceTag.test(keyName)) return condition.isNegated || isNull(condition, 'true')
  if (tagKeys.test(keyName)) return meetsKey(condition, limit)
  return tagOf(requestTag, condition) === limit.tag && meetsValue(condition, limit)
}

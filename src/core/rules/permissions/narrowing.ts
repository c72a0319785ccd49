import type { ConditionView } from '#core/policy/policy-view.ts'

const resourceKeys: readonly RegExp[] = [/^s3:dataaccesspointarn$/]

const comparisons = ['StringEquals', 'StringEqualsIgnoreCase', 'StringLike', 'ArnEquals', 'ArnLike']
const negatedComparisons = ['StringNotEquals', 'StringNotEqualsIgnoreCase', 'StringNotLike', 'ArnNotEquals', 'ArnNotLike']

/** Values that leave as much as no condition: anything, or AWS's policies that give nearly everything. */
const leavesAll = (value: string): boolean => /^[*?]*$|:policy\/(AdministratorAccess|IAMFullAccess|PowerUserAccess)$/.test(value)

const namesValues = ({ values }: ConditionView): boolean => values.length > 0 && values.every(({ text }) => !leavesAll(text))

const demandsTruth = ({ comparison, values }: ConditionView): boolean =>
  comparison === 'Bool' && values.length > 0 && values.every(({ text }) => text.toLowerCase() === 'true')

const isKey = (keyName: string, keys: readonly RegExp[]): boolean => keys.some((key) => key.test(keyName))

/** The keys that narrow any action, and those that a danger names itself. Tags narrow in their own way. */
export const narrowingKeys = (own: readonly RegExp[] = []): readonly RegExp[] => [...resourceKeys, ...own]

/** Whether an Allow with these conditions allows for named values of one of the keys only. IfExists and ForAllValues also hold without the key. */
export function allowIsNarrowed(conditions: readonly ConditionView[], keys: readonly RegExp[]): boolean {
  return conditions.some(
    (condition) =>
      !condition.isIfExists &&
      condition.quantifier !== 'ForAllValues:' &&
      isKey(condition.keyName, keys) &&
      (demandsTruth(condition) || (comparisons.includes(condition.comparison) && namesValues(condition))),
  )
}

/** Whether a Deny with these conditions refuses all but named values of one of the keys: its one condition is a negated one. */
export function denyNarrows(conditions: readonly ConditionView[], keys: readonly RegExp[]): boolean {
  const [condition, ...others] = conditions
  return (
    condition !== undefined &&
    others.length === 0 &&
    condition.quantifier === '' &&
    negatedComparisons.includes(condition.comparison) &&
    isKey(condition.keyName, keys) &&
    namesValues(condition)
  )
}

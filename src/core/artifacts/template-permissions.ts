import type { Partition } from '#core/aws/partition.ts'
import type { PermissionSet } from '#core/connection/permission-set.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { hasNameSuffix, mayChoose } from '#core/connection/vendor-fields.ts'
import { listOf } from '#core/policy/document.ts'
import { hasToggle, templateRoleName } from './template-parameters.ts'
import { roleOptionConditions } from './template-role-options.ts'
import { single, slotConditions, spreads, templateTexts } from './template-texts.ts'
import { equals, every, joined, not, onlyIf, ref, some, type TemplateMapping, type TemplateValue, templateName } from './template-value.ts'

type Statement = PermissionSet['statements'][number]
type Conditions = NonNullable<Statement['conditions']>

/** A text that stands alone stays one, unless its parameter has several values. */
function templateCondition(set: PermissionSet, value: string | readonly string[], partition: Partition): TemplateValue {
  const texts = spreads(set, listOf(value))
  const isOne = typeof value === 'string' && texts.every(({ parameter }) => parameter === undefined)
  return isOne ? single(value) : templateTexts(texts, partition)
}

function templateConditionBlock(set: PermissionSet, conditions: Conditions, partition: Partition) {
  return Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(Object.entries(keys).map(([key, value]) => [key, templateCondition(set, value, partition)])),
    ]),
  )
}

/** The lists of texts in a statement that parameters fill in. */
const filledLists = ({ resources, conditions = {} }: Statement): readonly (readonly string[])[] => [
  resources,
  ...Object.values(conditions).flatMap((keys) => Object.values(keys).map((value) => listOf(value))),
]

const chosenCondition = (set: PermissionSet): string => `${templateName(set.id)}Chosen`
const anyCondition = 'AnyPermissions'

/** Chosen once every parameter has a value, so that nothing is granted on half a choice. */
function isChosen(set: PermissionSet): TemplateMapping {
  if (hasToggle(set)) return equals(ref(templateName(set.id)), 'true')
  return every(set.parameters.map(({ id, many }) => not(equals(many ? joined('', ref(templateName(id))) : ref(templateName(id)), ''))))
}

const mayBeEmpty = (vendor: Vendor): boolean => vendor.permissionSets.every((set) => !set.required)

export function templateConditions(vendor: Vendor): TemplateMapping {
  const optional = vendor.permissionSets.filter((set) => !set.required)
  return {
    ...Object.fromEntries(optional.map((set) => [chosenCondition(set), isChosen(set)])),
    ...(mayBeEmpty(vendor) ? { [anyCondition]: some(optional.map((set) => ({ Condition: chosenCondition(set) }))) } : {}),
    ...Object.fromEntries(
      vendor.permissionSets
        .map((set) => withRole(set, vendor))
        .flatMap((set) => Object.entries(slotConditions(set, set.statements.flatMap(filledLists)))),
    ),
    ...roleOptionConditions(vendor),
  }
}

function setStatements(set: PermissionSet, partition: Partition): TemplateValue[] {
  return set.statements.map((statement) => {
    const { conditions, effect = 'Allow' } = statement
    const value: TemplateMapping = {
      Sid: statement.sid,
      Effect: effect,
      Action: statement.actions,
      Resource: templateTexts(spreads(set, statement.resources), partition),
      ...(conditions === undefined ? {} : { Condition: templateConditionBlock(set, conditions, partition) }),
    }
    return set.required ? value : onlyIf(chosenCondition(set), value)
  })
}

const withTexts = ({ conditions, ...one }: Statement, changed: (text: string) => string): Statement => ({
  ...one,
  resources: one.resources.map(changed),
  ...(conditions === undefined ? {} : { conditions: changedValues(conditions, changed) }),
})

const changedValues = (conditions: Conditions, changed: (text: string) => string): Conditions =>
  Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys).map(([key, value]) => [key, typeof value === 'string' ? changed(value) : value.map(changed)]),
      ),
    ]),
  )

/** The name is the template's, but for a suffix, and so is the path where the customer may not choose it. */
function withRole(set: PermissionSet, vendor: Vendor): PermissionSet {
  const named = (text: string): string => {
    const whole = text.replaceAll('{{roleName}}', () =>
      hasNameSuffix(vendor) ? `${vendor.role.name}-{{roleNameSuffix}}` : vendor.role.name,
    )
    return mayChoose(vendor, 'path') ? whole : whole.replaceAll('{{rolePath}}', () => vendor.role.path)
  }
  return { ...set, statements: set.statements.map((one) => withTexts(one, named)) }
}

/** The value of the role's `Policies`. IAM refuses a policy without statements, so none is made where nothing is chosen. */
export function templatePolicies(vendor: Vendor, partition: Partition): TemplateValue {
  const policy: TemplateMapping = {
    PolicyName: templateRoleName(vendor),
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: vendor.permissionSets.flatMap((set) => setStatements(withRole(set, vendor), partition)),
    },
  }
  return [mayBeEmpty(vendor) ? onlyIf(anyCondition, policy) : policy]
}

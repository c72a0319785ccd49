import { managedPolicyIn } from '#core/aws/managed-policy.ts'
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

/** The sets that make the inline policy. */
const stating = ({ permissionSets }: Vendor): readonly PermissionSet[] => permissionSets.filter(({ statements }) => statements.length > 0)

const mayBeEmpty = (vendor: Vendor): boolean => stating(vendor).length > 0 && stating(vendor).every((set) => !set.required)

type AttachedPolicy = { readonly arn: string; readonly sets: readonly PermissionSet[]; readonly sharedCondition: string }

/** Each managed policy once, with the sets that ask for it. */
function attachedPolicies(vendor: Vendor, partition: Partition): readonly AttachedPolicy[] {
  const asked = vendor.permissionSets.flatMap((set) =>
    set.managedPolicyArns.map((arn) => ({ set, arn, key: managedPolicyIn(arn, partition) })),
  )
  const keys = [...new Set(asked.map(({ key }) => key))]
  return keys.flatMap((key, index) => {
    const same = asked.filter((one) => one.key === key)
    const [first] = same
    const sets = vendor.permissionSets.filter((set) => same.some((one) => one.set === set))
    return first === undefined ? [] : [{ arn: first.arn, sets, sharedCondition: `ManagedPolicy${index + 1}Attached` }]
  })
}

/** Several optional sets ask for one policy: any of them attaches it. */
const isShared = ({ sets }: AttachedPolicy): boolean => sets.length > 1 && sets.every((set) => !set.required)

function sharedConditions(vendor: Vendor, partition: Partition): TemplateMapping {
  const shared = attachedPolicies(vendor, partition).filter(isShared)
  return Object.fromEntries(
    shared.map((policy) => [policy.sharedCondition, some(policy.sets.map((set) => ({ Condition: chosenCondition(set) })))]),
  )
}

/** The property `ManagedPolicyArns` of the role. */
export function templateManagedPolicies(vendor: Vendor, partition: Partition): TemplateMapping {
  const policies = attachedPolicies(vendor, partition)
  if (policies.length === 0) return {}
  const arns = policies.map((policy): TemplateValue => {
    const { arn, sets } = policy
    const value: TemplateMapping = { 'Fn::Sub': managedPolicyIn(arn, partition).replace(`arn:${partition}:`, 'arn:$${AWS::Partition}:') }
    const [only] = sets
    if (only === undefined || sets.some(({ required }) => required)) return value
    return onlyIf(isShared(policy) ? policy.sharedCondition : chosenCondition(only), value)
  })
  return { ManagedPolicyArns: arns }
}

export function templateConditions(vendor: Vendor, partition: Partition): TemplateMapping {
  const optional = vendor.permissionSets.filter((set) => !set.required)
  return {
    ...Object.fromEntries(optional.map((set) => [chosenCondition(set), isChosen(set)])),
    ...(mayBeEmpty(vendor) ? { [anyCondition]: some(stating(vendor).map((set) => ({ Condition: chosenCondition(set) }))) } : {}),
    ...sharedConditions(vendor, partition),
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

/** The property `Policies` of the role. IAM refuses a policy without statements, so none is made where nothing is chosen. */
export function templatePolicies(vendor: Vendor, partition: Partition): TemplateMapping {
  if (stating(vendor).length === 0) return {}
  const policy: TemplateMapping = {
    PolicyName: templateRoleName(vendor),
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: vendor.permissionSets.flatMap((set) => setStatements(withRole(set, vendor), partition)),
    },
  }
  return { Policies: [mayBeEmpty(vendor) ? onlyIf(anyCondition, policy) : policy] }
}

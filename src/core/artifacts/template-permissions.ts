import type { Partition } from '#core/aws/partition.ts'
import { parameterValuesMaximum } from '#core/connection/permission-choice.ts'
import type { PermissionSet } from '#core/connection/permission-set.ts'
import { isBuiltInPlaceholder, placeholders } from '#core/connection/placeholders.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { mayChoose } from '#core/connection/vendor-fields.ts'
import { hasToggle } from './template-parameters.ts'
import { roleOptionConditions } from './template-role-options.ts'
import {
  equals,
  every,
  joined,
  not,
  onlyIf,
  ref,
  selected,
  some,
  split,
  type TemplateMapping,
  type TemplateValue,
  templateName,
} from './template-value.ts'

const pseudoParameters: ReadonlyMap<string, string> = new Map([
  ['partition', 'AWS::Partition'],
  ['accountId', 'AWS::AccountId'],
  ['region', 'AWS::Region'],
])

const referenceName = (placeholder: string): string => pseudoParameters.get(placeholder) ?? templateName(placeholder)

/** The text of an Fn::Sub and the variables that only this text uses. Their names start with a small letter, parameters do not. */
type Substitution = { readonly text: string; readonly variables: TemplateMapping }

/**
 * `${` of the vendor, for example of a policy variable, is no reference. Where the escape could be misread the text goes
 * through a variable, which CloudFormation does not look into.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-sub.html
 */
function literal(text: string, variable: string): Substitution {
  const isPlain = !text.replace(/\$\{[^{}$!]+\}/g, '').includes('$')
  return isPlain ? { text: text.replaceAll('${', '${!'), variables: {} } : { text: `\${${variable}}`, variables: { [variable]: text } }
}

type Spreader = { readonly parameter: string; readonly value: TemplateMapping }

/** The parameter of `spreader` is replaced by a variable with its value; any other placeholder is a reference. */
function substitution(text: string, place: string, spreader: Spreader | null = null): Substitution {
  const parts = text.split(/\{\{(\w+)\}\}/).map((part, index): Substitution => {
    if (index % 2 === 0) return literal(part, `text${place}${index}`)
    if (part !== spreader?.parameter) return { text: `\${${referenceName(part)}}`, variables: {} }
    return { text: `\${value${place}}`, variables: { [`value${place}`]: spreader.value } }
  })
  return merged(parts, '')
}

function merged(parts: readonly Substitution[], delimiter: string): Substitution {
  return {
    text: parts.map((part) => part.text).join(delimiter),
    variables: Object.fromEntries(parts.flatMap((part) => Object.entries(part.variables))),
  }
}

function sub({ text, variables }: Substitution): TemplateValue {
  return { 'Fn::Sub': Object.keys(variables).length === 0 ? text : [text, variables] }
}

function single(text: string): TemplateValue {
  return placeholders(text).length === 0 ? text : sub(substitution(text, ''))
}

type Statement = PermissionSet['statements'][number]
type Spread = { readonly text: string; readonly parameter: string | undefined }

/** Each resource text with the parameter that spreads it over several ARNs. */
function spreads(set: PermissionSet, statement: Statement): readonly Spread[] {
  return statement.resources.map((text) => ({
    text,
    parameter: placeholders(text).find((name) => set.parameters.some(({ id, many }) => many && id === name)),
  }))
}

const namesPlace = (text: string): boolean => placeholders(text).some((name) => name !== 'partition' && isBuiltInPlaceholder(name))

/** CloudFormation takes no function as a delimiter, so an ARN that names account or region cannot be joined from a list. */
const needsSlots = (texts: readonly Spread[]): boolean => texts.some(({ text, parameter }) => parameter !== undefined && namesPlace(text))

/** Neither in the texts nor in any value, which are letters, digits, dots, hyphens and underscores. */
function delimiterFor(texts: readonly Spread[]): string {
  const candidates = [',', '|', ' ', ...Array.from({ length: 20 }, (_, index) => `${'<'.repeat(index + 1)}>`)]
  const free = candidates.find((candidate) => texts.every(({ text }) => !text.includes(candidate)))
  if (free === undefined) throw new Error(`No delimiter is left for ${texts.map(({ text }) => text).join(' ')}`)
  return free
}

/**
 * One text of all ARNs, split again: a list cannot hold another list. The delimiter of a join is literal text, which is
 * why the partition, known for this template, stands in it by name.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-join.html
 */
function joinedResources(texts: readonly Spread[], partition: Partition): TemplateValue {
  const delimiter = delimiterFor(texts)
  const parts = texts.map(({ text, parameter }, index) => {
    if (parameter === undefined) return substitution(text, String(index))
    const [prefix = '', suffix = ''] = text.replaceAll('{{partition}}', partition).split(`{{${parameter}}}`)
    return substitution(text, String(index), {
      parameter,
      value: joined(`${suffix}${delimiter}${prefix}`, ref(templateName(parameter))),
    })
  })
  return split(delimiter, sub(merged(parts, delimiter)))
}

const slotCondition = (parameter: string, position: number): string => `${templateName(parameter)}Value${position}`

/** An entry for each value that there may be, and a condition on each but the first. */
function slottedResources(texts: readonly Spread[]): TemplateValue {
  return texts.flatMap(({ text, parameter }) => {
    if (parameter === undefined) return [single(text)]
    return Array.from({ length: parameterValuesMaximum }, (_, index) => {
      const arn = sub(substitution(text, '', { parameter, value: selected(index, ref(templateName(parameter))) }))
      return index === 0 ? arn : onlyIf(slotCondition(parameter, index + 1), arn)
    })
  })
}

/** Resolves to exactly the list of the permissions policy. */
function templateResources(set: PermissionSet, statement: Statement, partition: Partition): TemplateValue {
  const texts = spreads(set, statement)
  if (texts.every(({ parameter }) => parameter === undefined)) return texts.map(({ text }) => single(text))
  return needsSlots(texts) ? slottedResources(texts) : joinedResources(texts, partition)
}

/** Is there a value at this position? Commas at the end give every position an entry, if only an empty one. */
function hasValue(parameter: string, index: number): TemplateMapping {
  const padded = { 'Fn::Sub': [`\${values}${','.repeat(parameterValuesMaximum)}`, { values: joined(',', ref(templateName(parameter))) }] }
  return not(equals(selected(index, split(',', padded)), ''))
}

/** The conditions that the entries of `templateResources` refer to. */
function resourceConditions(set: PermissionSet): TemplateMapping {
  const slotted = set.statements
    .map((statement) => spreads(set, statement))
    .filter(needsSlots)
    .flatMap((texts) => texts.flatMap(({ parameter }) => parameter ?? []))
  return Object.fromEntries(
    [...new Set(slotted)].flatMap((parameter) =>
      Array.from({ length: parameterValuesMaximum - 1 }, (_, index) => [
        slotCondition(parameter, index + 2),
        hasValue(parameter, index + 1),
      ]),
    ),
  )
}

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
    ...Object.fromEntries(vendor.permissionSets.flatMap((set) => Object.entries(resourceConditions(set)))),
    ...roleOptionConditions(vendor),
  }
}

function setStatements(set: PermissionSet, partition: Partition): TemplateValue[] {
  return set.statements.map((statement) => {
    const value: TemplateMapping = {
      Sid: statement.sid,
      Effect: 'Allow',
      Action: statement.actions,
      Resource: templateResources(set, statement, partition),
      ...(statement.conditions === undefined ? {} : { Condition: statement.conditions }),
    }
    return set.required ? value : onlyIf(chosenCondition(set), value)
  })
}

/** The name is the template's, and so is the path where the customer may not choose it. */
function withRole(set: PermissionSet, vendor: Vendor): PermissionSet {
  const named = (text: string): string => {
    const whole = text.replaceAll('{{roleName}}', () => vendor.role.name)
    return mayChoose(vendor, 'path') ? whole : whole.replaceAll('{{rolePath}}', () => vendor.role.path)
  }
  return { ...set, statements: set.statements.map((one) => ({ ...one, resources: one.resources.map(named) })) }
}

/** The value of the role's `Policies`. IAM refuses a policy without statements, so none is made where nothing is chosen. */
export function templatePolicies(vendor: Vendor, partition: Partition): TemplateValue {
  const policy: TemplateMapping = {
    PolicyName: vendor.role.name,
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: vendor.permissionSets.flatMap((set) => setStatements(withRole(set, vendor), partition)),
    },
  }
  return [mayBeEmpty(vendor) ? onlyIf(anyCondition, policy) : policy]
}

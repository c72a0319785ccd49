import type { Partition } from '#core/aws/partition.ts'
import { parameterValuesMaximum } from '#core/connection/parameter-value.ts'
import { type PermissionSet, placeholders } from '#core/connection/permission-set.ts'
import {
  equals,
  joined,
  not,
  onlyIf,
  ref,
  selected,
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

export function single(text: string): TemplateValue {
  return placeholders(text).length === 0 ? text : sub(substitution(text, ''))
}

type Spread = { readonly text: string; readonly parameter: string | undefined }

/** Each text with the parameter that spreads it over several. */
export function spreads(set: PermissionSet, texts: readonly string[]): readonly Spread[] {
  return texts.map((text) => ({
    text,
    parameter: placeholders(text).find((name) => set.parameters.some(({ id, many }) => many && id === name)),
  }))
}

/** The path of a role can have every delimiter in it. */
const hasPath = (texts: readonly Spread[]): boolean => texts.some(({ text }) => placeholders(text).includes('rolePath'))

/** CloudFormation takes no function as a delimiter, so a text with another reference, or with the parameter twice, cannot be joined from a list. */
const needsSlots = (texts: readonly Spread[]): boolean =>
  texts.some(
    ({ text, parameter }) =>
      parameter !== undefined && (hasPath(texts) || placeholders(text).filter((name) => name !== 'partition').length > 1),
  )

/** Neither in the texts nor in any value: none has a comma, a bar or an angle bracket. See `parameterKinds`. */
function delimiterFor(texts: readonly Spread[]): string {
  const candidates = [',', '|', ...Array.from({ length: 20 }, (_, index) => `${'<'.repeat(index + 1)}>`)]
  const free = candidates.find((candidate) => texts.every(({ text }) => !text.includes(candidate)))
  if (free === undefined) throw new Error(`No delimiter is left for ${texts.map(({ text }) => text).join(' ')}`)
  return free
}

/**
 * One text of all, split again: a list cannot hold another list. The delimiter of a join is literal text, which is
 * why the partition, known for this template, stands in it by name.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-join.html
 */
function joinedTexts(texts: readonly Spread[], partition: Partition): TemplateValue {
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
function slottedTexts(texts: readonly Spread[]): TemplateValue {
  return texts.flatMap(({ text, parameter }) => {
    if (parameter === undefined) return [single(text)]
    return Array.from({ length: parameterValuesMaximum }, (_, index) => {
      const arn = sub(substitution(text, '', { parameter, value: selected(index, ref(templateName(parameter))) }))
      return index === 0 ? arn : onlyIf(slotCondition(parameter, index + 1), arn)
    })
  })
}

/** Resolves to exactly the list of the permissions policy. */
export function templateTexts(texts: readonly Spread[], partition: Partition): TemplateValue {
  if (texts.every(({ parameter }) => parameter === undefined)) return texts.map(({ text }) => single(text))
  return needsSlots(texts) ? slottedTexts(texts) : joinedTexts(texts, partition)
}

/** Is there a value at this position? Commas at the end give every position an entry, if only an empty one. */
function hasValue(parameter: string, index: number): TemplateMapping {
  const padded = { 'Fn::Sub': [`\${values}${','.repeat(parameterValuesMaximum)}`, { values: joined(',', ref(templateName(parameter))) }] }
  return not(equals(selected(index, split(',', padded)), ''))
}

/** The conditions that the entries of `slottedTexts` refer to. */
export function slotConditions(set: PermissionSet, lists: readonly (readonly string[])[]): TemplateMapping {
  const slotted = lists
    .map((texts) => spreads(set, texts))
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

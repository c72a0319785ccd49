import * as z from 'zod/mini'
import { parseJson } from '#core/text/strings.ts'
import type { TemplateParameter, TemplateSummary } from './cloudformation.ts'

export type TemplateField = {
  readonly name: string
  /** The heading of its parameter group. Empty: none. */
  readonly group: string
  readonly label: string
  readonly description: string
  /** Empty: any text. */
  readonly allowedValues: readonly string[]
  readonly isSecret: boolean
  readonly value: string
  /** False for a value that the template itself has, or that is optional. */
  readonly isProminent: boolean
}

export type TemplateFields = {
  readonly fields: readonly TemplateField[]
  /** Values of the link that the console ignores. */
  readonly ignored: readonly IgnoredValue[]
}

export type IgnoredValue = { readonly name: string; readonly reason: 'unknown' | 'no-echo' }

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cloudformation-interface.html */
const Interface = z.object({
  ParameterLabels: z._default(z.record(z.string(), z.object({ default: z.string() })), {}),
  ParameterGroups: z._default(
    z.array(
      z.object({ Label: z._default(z.object({ default: z.string() }), { default: '' }), Parameters: z._default(z.array(z.string()), []) }),
    ),
    [],
  ),
})
type Interface = z.infer<typeof Interface>
const noInterface: Interface = { ParameterLabels: {}, ParameterGroups: [] }
const Metadata = z.object({ 'AWS::CloudFormation::Interface': Interface })

/**
 * The template's parameters with the values of the link. Names are case-sensitive. Unknown parameters and NoEcho parameters
 * are ignored. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html
 */
export function templateFields(summary: TemplateSummary, linked: Readonly<Record<string, string>>): TemplateFields {
  const shown = Metadata.safeParse(parseJson(summary.Metadata)).data?.['AWS::CloudFormation::Interface'] ?? noInterface
  const order = shown.ParameterGroups.flatMap((group) => group.Parameters)
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  const parameters = summary.Parameters.toSorted((a, b) => rank(a.ParameterKey) - rank(b.ParameterKey))
  return {
    fields: parameters.map((parameter) => field(parameter, shown, linked)),
    ignored: Object.keys(linked).flatMap((name): readonly IgnoredValue[] => {
      const parameter = parameters.find(({ ParameterKey }) => ParameterKey === name)
      if (parameter === undefined) return [{ name, reason: 'unknown' }]
      return parameter.NoEcho ? [{ name, reason: 'no-echo' }] : []
    }),
  }
}

function field(parameter: TemplateParameter, shown: Interface, linked: Readonly<Record<string, string>>): TemplateField {
  const { ParameterKey: name, NoEcho: isSecret, DefaultValue } = parameter
  const given = !isSecret && Object.hasOwn(linked, name) ? linked[name] : undefined
  const value = given ?? DefaultValue
  return {
    name,
    group: shown.ParameterGroups.find((group) => group.Parameters.includes(name))?.Label.default ?? '',
    label: shown.ParameterLabels[name]?.default ?? name,
    description: parameter.Description,
    allowedValues: parameter.ParameterConstraints.AllowedValues,
    isSecret,
    value,
    // A link has what is needed. A file that was uploaded needs what it has no value for.
    isProminent: Object.keys(linked).length > 0 ? value !== DefaultValue : value === '',
  }
}

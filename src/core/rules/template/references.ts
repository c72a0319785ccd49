import type { JsonNode } from '#core/policy/json/json-node.ts'
import { type NamedNode, type TemplateView, textOf, within } from './template-view.ts'

/** The names in `${…}`; `${!…}` is plain text. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html */
const substituted = (text: string): string[] => [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name = '']) => name.trim())

/** What a value is made of: names of parameters, resources and pseudo parameters. */
export function referencesIn(node: JsonNode): readonly string[] {
  return within(node).flatMap(({ node: part, under }) => {
    const text = textOf(part)
    if (text === null) return []
    if (under === 'Ref') return [text]
    return under === 'Fn::Sub' ? substituted(text) : []
  })
}

export const parameterNamed = ({ parameters }: TemplateView, name: string): NamedNode | undefined =>
  parameters.find((parameter) => parameter.name === name)

/** The parameters that the external ID of a role comes from. */
export function externalIdParameters(view: TemplateView): readonly NamedNode[] {
  const names = view.roles.flatMap(({ node }) =>
    within(node)
      .filter(({ under }) => under?.toLowerCase() === 'sts:externalid')
      .flatMap(({ node: value }) => referencesIn(value)),
  )
  // A value that is a single `Ref` is under `Ref` itself, one level further in.
  return view.parameters.filter(({ name }) => names.includes(name))
}

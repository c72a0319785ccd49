import { rule } from '#core/policy/form/rule.ts'
import type { JsonNode } from '#core/policy/json/json-node.ts'
import { messages, type Text } from '#core/text/messages.ts'
import {
  childOf,
  membersOf,
  type NamedNode,
  type TemplateRule,
  type TemplateView,
  type TextChange,
  textOf,
  within,
} from './template-view.ts'

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

export const ct04Messages = messages('CT04', {
  title: 'The partition is fixed',
  what: 'A resource ARN that names a partition such as `aws` or `aws-cn`.',
  why: 'In another partition, such as GovCloud or China, the ARN doesn’t exist, so the stack fails or the role doesn’t work.',
  todo: `Write \`!Sub arn:\${AWS::Partition}:…\`.`,
  found: (found: string, substitutedPartition: string) => `${found} fixes the partition. Write ${substitutedPartition} with !Sub.`,
})

const substitutedPartition = `arn:\${AWS::Partition}:`
const fixedPartition = /arn:aws(?:-[a-z-]+)?:/g

/** Of a value that substitution would not read otherwise: it is one already. */
function fix(text: string, start: number): TextChange[] {
  return [...text.matchAll(fixedPartition)].map(({ index, 0: found }) => ({
    start: start + index,
    end: start + index + found.length,
    text: substitutedPartition,
  }))
}

/** A template whose rules refuse every other partition may name its own. */
function isHeldToPartition(root: JsonNode): boolean {
  const rules = childOf(root, 'Rules')
  return rules !== undefined && referencesIn(rules).includes('AWS::Partition')
}

export const ct04: TemplateRule = rule(
  ct04Messages,
  'warning',
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html',
  ({ root, text }) => {
    const resources = childOf(root, 'Resources')
    const parts = resources === undefined || isHeldToPartition(root) ? [] : within(resources)
    return parts.flatMap(({ node, under }) => {
      const value = under === 'Description' ? null : textOf(node)
      const [found] = value?.match(fixedPartition) ?? []
      if (found === undefined) return []
      const message: Text = (language) => ct04Messages.in(language).found(found, substitutedPartition)
      return [{ message, place: node, ...(under === 'Fn::Sub' ? { fix: fix(text.slice(node.start, node.end), node.start) } : {}) }]
    })
  },
)

export const ct05Messages = messages('CT05', {
  title: 'A named role requires a capability',
  what: 'A `RoleName` in a template that doesn’t mention the capability.',
  why: 'Without CAPABILITY_NAMED_IAM, the stack fails with InsufficientCapabilities. In the console, select the IAM acknowledgment.',
  todo: 'Mention it in the description or a comment, and use --capabilities CAPABILITY_NAMED_IAM in commands.',
  found: (capability: string) => `The role has a name, so creating the stack requires ${capability}. Mention it in the template.`,
})

const capability = 'CAPABILITY_NAMED_IAM'

export const ct05: TemplateRule = rule(
  ct05Messages,
  'info',
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html',
  ({ text, roles }) =>
    text.includes(capability)
      ? []
      : roles.flatMap(({ node }) => {
          const name = childOf(node, 'RoleName')
          return name === undefined ? [] : [{ message: (language) => ct05Messages.in(language).found(capability), place: name }]
        }),
)

export const ct07Messages = messages('CT07', {
  title: 'The role’s ARN isn’t an output',
  what: 'A role whose ARN isn’t in any output of the template.',
  why: 'Without it, neither the stack nor a support case shows which role was created.',
  todo: 'Add an output with `!GetAtt` of the role’s `Arn`.',
  found: (name: string) => `No output contains the ARN of the role ${name}. Add one.`,
})

/** `Fn::GetAtt` has a list or one text, `Fn::Sub` names the same in a text. */
function isArnIn({ outputs }: TemplateView, role: string): boolean {
  const parts = outputs === null ? [] : within(outputs)
  const texts = parts.flatMap(({ node, under }) => (under === 'Fn::GetAtt' || under === 'Fn::Sub' ? [textOf(node) ?? ''] : []))
  return texts.some((text) => text === `${role}.Arn` || text.includes(`\${${role}.Arn}`)) || (texts.includes(role) && texts.includes('Arn'))
}

function ct07Fix({ text, root, outputs }: TemplateView, role: string): TextChange[] {
  if (outputs !== null) return []
  const last = membersOf(root).at(-1)
  if (last === undefined) return []
  if (text.trimStart().startsWith('{')) {
    const output = JSON.stringify({ RoleArn: { Value: { 'Fn::GetAtt': [role, 'Arn'] } } })
    return [{ start: last.value.end, end: last.value.end, text: `,\n  "Outputs": ${output}` }]
  }
  const end = text.trimEnd().length
  return [{ start: end, end: text.length, text: `\nOutputs:\n  RoleArn:\n    Value: !GetAtt ${role}.Arn\n` }]
}

export const ct07: TemplateRule = rule(
  ct07Messages,
  'warning',
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
  (view) =>
    view.roles
      .filter(({ name }) => !isArnIn(view, name))
      .map(({ name, key }) => {
        const changes = ct07Fix(view, name)
        return {
          message: (language) => ct07Messages.in(language).found(name),
          place: key,
          ...(changes.length === 0 ? {} : { fix: changes }),
        }
      }),
)

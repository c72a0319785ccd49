import type { JsonNode } from '#core/policy/json/json-node.ts'
import { messages } from '#core/text/messages.ts'
import type { Text } from '#core/text/text.ts'
import { referencesIn } from './references.ts'
import type { TemplateRule, TextChange } from './template-rule.ts'
import { childOf, textOf, within } from './template-view.ts'

export const ct04Messages = messages('CT04', {
  title: 'The partition is fixed',
  what: 'An ARN in a resource that names a partition such as `aws` or `aws-cn`.',
  why: 'In another partition, such as GovCloud or China, the ARN is of nothing, and the stack fails or the role is of no use.',
  todo: `Write \`!Sub arn:\${AWS::Partition}:…\`.`,
  found: (found: string, substitutedPartition: string) =>
    `The partition is fixed by ${found} Write ${substitutedPartition} and let it be substituted.`,
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

export const ct04: TemplateRule = {
  id: 'CT04',
  severity: 'warning',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html',
  messages: ct04Messages,
  check: ({ root, text }) => {
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
}

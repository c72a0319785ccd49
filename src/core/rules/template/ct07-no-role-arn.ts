import { messages } from '#core/text/messages.ts'
import type { TemplateRule, TextChange } from './template-rule.ts'
import { membersOf, type TemplateView, textOf, within } from './template-view.ts'

export const ct07Messages = messages('CT07', {
  title: 'The ARN of the role is not an output',
  what: 'A role whose ARN stands in no output of the template.',
  why: 'Who looks at the stack, or at a support case about it, cannot see which role it made.',
  todo: 'Add an output with `!GetAtt` of the role’s `Arn`.',
  found: (name: string) => `The ARN of the role ${name} is in no output. Add one.`,
})

/** `Fn::GetAtt` has a list or one text, `Fn::Sub` names the same in a text. */
function isArnIn({ outputs }: TemplateView, role: string): boolean {
  const parts = outputs === null ? [] : within(outputs)
  const texts = parts.flatMap(({ node, under }) => (under === 'Fn::GetAtt' || under === 'Fn::Sub' ? [textOf(node) ?? ''] : []))
  return texts.some((text) => text === `${role}.Arn` || text.includes(`\${${role}.Arn}`)) || (texts.includes(role) && texts.includes('Arn'))
}

function fix({ text, root, outputs }: TemplateView, role: string): TextChange[] {
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

export const ct07: TemplateRule = {
  id: 'CT07',
  severity: 'warning',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html',
  messages: ct07Messages,
  check: (view) =>
    view.roles
      .filter(({ name }) => !isArnIn(view, name))
      .map(({ name, key }) => {
        const changes = fix(view, name)
        return {
          message: (language) => ct07Messages.in(language).found(name),
          place: key,
          ...(changes.length === 0 ? {} : { fix: changes }),
        }
      }),
}

import { messages } from '#core/text/messages.ts'
import type { TemplateRule } from './template-rule.ts'
import { childOf } from './template-view.ts'

export const ct05Messages = messages('CT05', {
  title: 'A role with a name asks for a capability',
  what: 'A `RoleName`, and no word about the capability in the template.',
  why: 'The stack is refused without CAPABILITY_NAMED_IAM (InsufficientCapabilities); in the console a box has to be ticked.',
  todo: 'Say so in the description or a comment, and use --capabilities CAPABILITY_NAMED_IAM in commands.',
  found: (capability: string) => `Who creates the stack has to acknowledge ${capability}, because the role has a name. Say so.`,
})

const capability = 'CAPABILITY_NAMED_IAM'

export const ct05: TemplateRule = {
  id: 'CT05',
  severity: 'info',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html',
  messages: ct05Messages,
  check: ({ text, roles }) =>
    text.includes(capability)
      ? []
      : roles.flatMap(({ node }) => {
          const name = childOf(node, 'RoleName')
          return name === undefined ? [] : [{ message: (language) => ct05Messages.in(language).found(capability), place: name }]
        }),
}

import { messages } from '#core/text/messages.ts'
import { externalIdParameters } from './references.ts'
import type { TemplateRule } from './template-rule.ts'
import { childOf } from './template-view.ts'

export const ct02Messages = messages('CT02', {
  title: 'The external ID is hidden',
  what: '`NoEcho` at the parameter of the external ID.',
  why: 'A quick-create link cannot fill a parameter with NoEcho: its value is ignored. An external ID is no secret.',
  todo: 'Remove `NoEcho`.',
  found: (name: string) => `A link cannot fill the parameter ${name}, because it has NoEcho. Remove that.`,
})

export const ct02: TemplateRule = {
  id: 'CT02',
  severity: 'error',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html',
  messages: ct02Messages,
  check: (view) =>
    externalIdParameters(view).flatMap(({ name, node }) => {
      const hidden = childOf(node, 'NoEcho')
      const isHidden = (hidden?.kind === 'boolean' && hidden.value) || (hidden?.kind === 'text' && hidden.value.toLowerCase() === 'true')
      if (hidden === undefined || !isHidden) return []
      const fix = [{ start: hidden.start, end: hidden.end, text: 'false' }]
      return [{ message: (language) => ct02Messages.in(language).found(name), place: hidden, fix }]
    }),
}

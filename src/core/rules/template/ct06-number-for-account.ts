import { messages } from '#core/text/messages.ts'
import type { TemplateRule } from './template-rule.ts'
import { within } from './template-view.ts'

export const ct06Messages = messages('CT06', {
  title: 'An account ID is a number',
  what: 'Twelve digits without quotes.',
  why: 'A number loses its leading zeros, and readers of YAML take some of them for octal ones: it is another account then, or none.',
  todo: 'Put quotes around it.',
  found: (written: string, quoted: string) => `The account ID ${written} is a number here. Write ${quoted}.`,
})

export const ct06: TemplateRule = {
  id: 'CT06',
  severity: 'error',
  source: 'https://yaml.org/spec/1.1/#id858600',
  messages: ct06Messages,
  check: ({ root, text }) =>
    within(root).flatMap(({ node }) => {
      const written = node.kind === 'number' ? text.slice(node.start, node.end) : ''
      if (!/^\d{12}$/.test(written)) return []
      const quoted = text.trimStart().startsWith('{') ? `"${written}"` : `'${written}'`
      const fix = [{ start: node.start, end: node.end, text: quoted }]
      return [{ message: (language) => ct06Messages.in(language).found(written, quoted), place: node, fix }]
    }),
}

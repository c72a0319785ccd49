import { messages } from '#core/text/messages.ts'
import { parameterNamed, referencesIn } from './references.ts'
import type { TemplateRule } from './template-rule.ts'
import { childOf, within } from './template-view.ts'

export const ct01Messages = messages('CT01', {
  title: 'The trusted account is a parameter',
  what: 'A principal of the trust policy that is made from a parameter of the template.',
  why: 'Every value in a link can be changed by whoever sends it: a genuine template would then trust a stranger.',
  todo: 'Write the account of the vendor as a literal in the template.',
  found: (name: string) => `The trusted account comes from the parameter ${name}. Write it as a literal.`,
})

export const ct01: TemplateRule = {
  id: 'CT01',
  severity: 'high',
  source: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-console-create-stacks-quick-create-links.html',
  messages: ct01Messages,
  check: (view) =>
    view.roles.flatMap(({ node }) => {
      const trust = childOf(node, 'AssumeRolePolicyDocument')
      const principals = trust === undefined ? [] : within(trust).filter(({ under }) => under === 'Principal')
      return principals.flatMap(({ node: principal }) => {
        const name = referencesIn(principal).find((reference) => parameterNamed(view, reference) !== undefined)
        return name === undefined ? [] : [{ message: (language) => ct01Messages.in(language).found(name), place: principal }]
      })
    }),
}

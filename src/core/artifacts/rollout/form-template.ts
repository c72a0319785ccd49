import { roleTemplate } from '#core/artifacts/own-template.ts'
import { connectionParameters } from '#core/artifacts/template-sections.ts'
import { joined, ref, type TemplateValue } from '#core/artifacts/template-value.ts'
import type { Marks, RoleForm } from './role-forms.ts'

/** The text with references in the place of its marks; between them it is literal, whatever it holds. */
function referring(text: string, marks: Marks): TemplateValue {
  const references = new Map([
    [marks.externalId, ref('ExternalId')],
    [marks.accountId, ref('AWS::AccountId')],
    [marks.region, ref('AWS::Region')],
  ])
  const parts = text.split(new RegExp(`(${[...references.keys()].join('|')})`)).filter((part) => part !== '')
  const values = parts.map((part): TemplateValue => references.get(part) ?? part)
  const [only] = values
  return values.length > 1 ? joined('', values) : (only ?? '')
}

/** One template for the accounts that have a form alike: what differs are the two parameters, and what CloudFormation knows of a stack. */
export function formTemplate({ plan }: Pick<RoleForm, 'plan'>, marks: Marks): string {
  return roleTemplate(plan, {
    accountId: ref('AccountId'),
    text: (text) => referring(text, marks),
    parameters: connectionParameters(plan.vendor),
    where: 'this account',
  }).text
}

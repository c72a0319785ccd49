import { messages } from '#core/text/messages.ts'
import { otherExistingRole } from './named-role.ts'
import { familyRule, type PastedRule, type PlanFacts, pages, planFacts } from './pasted-rule.ts'

type OtherRoleFacts = PlanFacts & { readonly otherRole: string }

type ElsewhereFacts = { readonly resource: string; readonly otherStack: string }

export const existingResourceMessages = messages('existing-resource-rules', {
  'creation-other-role-exists': {
    title: 'A role with another name already exists',
    sentence: ({ otherRole, roleName }: OtherRoleFacts) =>
      `AWS says that a role named ${otherRole} already exists. The role of this connection is named ${roleName}.`,
    detail: ({ roleName }: OtherRoleFacts) =>
      `This says nothing about ${roleName}, unless the same stack or program creates it too and stopped here. Don’t delete the other role before you know who created it.`,
  },
  'creation-resource-in-stack': {
    title: 'Another stack already has this resource',
    sentence: ({ resource, otherStack }: ElsewhereFacts) =>
      `Nothing was created because ${resource} already exists. It belongs to the stack ${otherStack}.`,
    detail: 'The role of that stack may still be in use. Don’t delete the stack before you know who created it.',
  },
})

/** CloudFormation names the other stack by its ARN. */
export const inOtherStackRule: PastedRule = familyRule(existingResourceMessages.in, {
  id: 'creation-resource-in-stack',
  suppresses: ['creation-role-exists'],
  part: 'stack',
  source: pages.stackTroubles,
  facts: ({ reasons: all }) => {
    const found = all.map((reason) =>
      /([\w+=,.@/-]+) already exists in stack arn:[\w-]+:cloudformation:[\w-]*:\d*:stack\/([\w-]+)/.exec(reason),
    )
    const [, resource, otherStack] = found.find((match) => match !== null) ?? []
    return resource === undefined || otherStack === undefined ? null : { resource, otherStack }
  },
})

/** The program that stopped at it may create the planned role as well. */
export const otherRoleExistsRule: PastedRule = familyRule(existingResourceMessages.in, {
  id: 'creation-other-role-exists',
  part: 'stack',
  source: pages.createRole,
  facts: ({ reasons: all, plan }) => {
    const otherRole = all.map((reason) => otherExistingRole(reason, plan)).find((named) => named !== null)
    return otherRole === undefined ? null : { ...planFacts(plan), otherRole }
  },
})

import { roleTemplate } from '#core/artifacts/cloudformation.ts'
import { cloudFormationTemplate } from '#core/artifacts/cloudformation-template.ts'
import { templateUrl } from '#core/artifacts/quick-create.ts'
import { beyondPublishedTemplate, connectionValues, publishedParameters } from '#core/artifacts/template-choice.ts'
import { connectionParameters, templateRoleName } from '#core/artifacts/template-parameters.ts'
import { joined, ref, type TemplateMapping, type TemplateValue } from '#core/artifacts/template-value.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { shownRoleName } from '#core/connection/vendor-fields.ts'
import { type Marks, type RoleForm, type Rollout, roleForms } from './rollout.ts'

export type Parameters = Readonly<Record<string, string>>

export type Instance = { readonly plan: RolePlan; readonly values: Parameters }

/** Accounts whose roles one template makes, each with its own values. */
export type SetOfStacks = { readonly template: TemplateMapping; readonly instances: readonly Instance[] }

function publishedSet(rollout: Rollout, plans: readonly RolePlan[]): SetOfStacks {
  const url = templateUrl(rollout.vendor, rollout.partition)
  return {
    template: url === undefined ? { TemplateBody: cloudFormationTemplate(rollout.vendor, rollout.partition).text } : { TemplateURL: url },
    instances: plans.map((plan) => ({ plan, values: publishedParameters(plan) })),
  }
}

/** The published template for all that it can make. A role with tags or with an edited policy has a template of its form. */
export function setsOfStacks(rollout: Rollout): readonly SetOfStacks[] {
  const plans = stackSetPlans(rollout)
  const published = plans.filter((plan) => beyondPublishedTemplate(plan).length === 0)
  const { marks, forms } = roleForms(rollout)
  const own = forms.map((form): SetOfStacks => {
    const members = form.accounts.map(({ plan }) => plan).filter((plan) => plans.includes(plan) && !published.includes(plan))
    return {
      template: { TemplateBody: formTemplate(form, marks) },
      instances: members.map((plan) => ({ plan, values: connectionValues(plan) })),
    }
  })
  return [publishedSet(rollout, published), ...own].filter(({ instances }) => instances.length > 0)
}

/** The stack set leaves out the management account: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeploymentTargets.html */
export function stackSetPlans({ accounts, managementAccountId }: Rollout): readonly RolePlan[] {
  return accounts.map(({ plan }) => plan).filter(({ accountId }) => accountId !== managementAccountId)
}

/** The text with references in the place of its marks; between them it is literal, whatever it holds. */
function referring(text: string, marks: Marks, vendor: Vendor): TemplateValue {
  const references = new Map<string, TemplateValue>([
    [marks.externalId, ref('ExternalId')],
    [marks.accountId, ref('AWS::AccountId')],
    [marks.region, ref('AWS::Region')],
    [marks.roleName, templateRoleName(vendor)],
  ])
  const parts = text.split(new RegExp(`(${[...references.keys()].join('|')})`)).filter((part) => part !== '')
  const values = parts.map((part): TemplateValue => references.get(part) ?? part)
  const [only] = values
  return values.length > 1 ? joined('', values) : (only ?? '')
}

/** One template for the accounts that have a form alike: what differs are the parameters, and what CloudFormation knows of a stack. */
function formTemplate({ plan }: Pick<RoleForm, 'plan'>, marks: Marks): string {
  const isOwnName = plan.roleName === marks.roleName
  const { RoleNameSuffix, ...others } = connectionParameters(plan.vendor)
  return roleTemplate(plan, {
    accountId: ref('AccountId'),
    text: (text) => referring(text, marks, plan.vendor),
    // An account from before the config had a suffix has no value for it.
    parameters: isOwnName && RoleNameSuffix !== undefined ? { ...others, RoleNameSuffix } : others,
    where: 'this account',
    roleName: isOwnName ? shownRoleName(plan.vendor) : plan.roleName,
  }).text
}

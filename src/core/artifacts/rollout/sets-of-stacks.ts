import { cloudFormationTemplate } from '#core/artifacts/cloudformation-template.ts'
import { beyondPublishedTemplate } from '#core/artifacts/own-template-reasons.ts'
import { templateUrl } from '#core/artifacts/quick-create.ts'
import { publishedParameters } from '#core/artifacts/template-parameters.ts'
import type { TemplateMapping } from '#core/artifacts/template-value.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { formTemplate } from './form-template.ts'
import { roleForms } from './role-forms.ts'
import type { Rollout } from './rollout.ts'

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
      instances: members.map((plan) => ({ plan, values: { AccountId: plan.accountId, ExternalId: plan.externalId } })),
    }
  })
  return [publishedSet(rollout, published), ...own].filter(({ instances }) => instances.length > 0)
}

/** The stack set leaves out the management account: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeploymentTargets.html */
export function stackSetPlans({ accounts, managementAccountId }: Rollout): readonly RolePlan[] {
  return accounts.map(({ plan }) => plan).filter(({ accountId }) => accountId !== managementAccountId)
}

import { roleUrl } from '#core/artifacts/console-pages.ts'
import { attachSteps, policyChangesMessages } from '#core/artifacts/policy-changes.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { NumberedStep } from '#ui/controls/lists.tsx'
import { verificationMessages } from '#wizard/verification/verification-messages.ts'
import { AwsPageLink } from './aws-page-link.tsx'

type AttachPoliciesProps = { readonly plan: RolePlan; readonly isSimulated: boolean }

/** The step that fixes a role without the managed policies of the plan. No text of the inline policy does. */
export function AttachPolicies({ plan, isSimulated }: AttachPoliciesProps) {
  const { code } = currentLanguage()
  return (
    <NumberedStep title={policyChangesMessages.in(code).attachTitle}>
      {attachSteps(plan, code).map((step) => (
        <p key={step} className="hint">
          {step}
        </p>
      ))}
      <AwsPageLink plan={plan} url={roleUrl(plan, 'permissions')} isSimulated={isSimulated} variant="secondary">
        {localized(verificationMessages).fix.open['permissions-policy']}
      </AwsPageLink>
    </NumberedStep>
  )
}

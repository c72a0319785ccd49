import { planTemplate } from '#core/artifacts/cloudformation.ts'
import { templateUrl } from '#core/artifacts/quick-create.ts'
import { ownTemplateReasons } from '#core/artifacts/template-choice.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { type PolicyDocument, policyText } from '#core/policy/document.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import { Code } from '#ui/editor/code.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { withPlaceholders } from '#wizard/account/placeholders.ts'
import { reviewMessages } from './review-messages.ts'

/** The texts themselves, and hashes to tell them by. */
export function Exactly({ plan, isShared = false }: { plan: RolePlan; isShared?: boolean }) {
  const words = localized(reviewMessages).exactly
  const template = planTemplate(plan)
  const url = ownTemplateReasons(plan).length > 0 ? undefined : templateUrl(plan.vendor, plan.partition)
  return (
    <>
      {isShared ? (
        <>
          <h3>{words.trust}</h3>
          <CodeView label={words.trust} text={withPlaceholders(policyText(plan.trustPolicy))} language="json" />
          <p className="hint">{localized(reviewMessages).shared.hidden}</p>
        </>
      ) : (
        <Policy title={words.trust} policy={plan.trustPolicy} marks={[plan.externalId]} />
      )}
      <Policy title={words.permissions} policy={plan.permissionsPolicy} />
      <Card>
        <FactList
          facts={[
            { term: words.template, value: <Code text={template.version} /> },
            { term: words.templateSha256, value: <Code text={template.sha256} /> },
            ...(url === undefined ? [] : [{ term: words.templateUrl, value: <Code text={url} /> }]),
          ]}
        />
      </Card>
      <p className="hint">{words.templateCheck}</p>
    </>
  )
}

function Policy({ title, policy, marks }: { title: string; policy: PolicyDocument; marks?: readonly string[] }) {
  const text = policyText(policy)
  return (
    <>
      <h3>{title}</h3>
      <CodeView label={title} text={text} language="json" marks={marks} />
      <p className="hint review-hash" translate="no">
        {localized(reviewMessages).exactly.sha256(sha256Hex(text))}
      </p>
    </>
  )
}

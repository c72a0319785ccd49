import { planTemplate } from '#core/artifacts/cloudformation.ts'
import { templateUrl } from '#core/artifacts/quick-create.ts'
import { ownTemplateReasons } from '#core/artifacts/template-choice.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { type PolicyDocument, policyText } from '#core/policy/document.ts'
import { sha256Hex } from '#core/text/sha256.ts'
import { explanationFacts } from '#core/verify/explanation.ts'
import { formatNumber, localized } from '#i18n/language.ts'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Callout } from '#ui/controls/callout.tsx'
import { Card } from '#ui/controls/card.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import { Code, CodeView } from '#ui/editor/code-view.tsx'
import { ManagedPolicies } from '#wizard/account/managed-policies.tsx'
import { withPlaceholders } from '#wizard/account/role-preview-plan.ts'
import { TwoAccounts } from '#wizard/account/two-accounts.tsx'
import { ReceiptDownload } from '#wizard/receipt/receipt-download.tsx'
import { Checks } from '#wizard/verification/checks.tsx'
import { Evidence } from '#wizard/verification/evidence.tsx'
import { Time } from '#wizard/verification/time.tsx'
import { useVerification } from '#wizard/verification/use-verification.ts'
import { announcement, checkSummary } from '#wizard/verification/verification-state.ts'
import { reviewMessages } from './review-messages.ts'
import '#wizard/verification/verification.css'

/** The texts themselves, and hashes to tell them by. */
export function Appendix({ plan, isShared = false }: { plan: RolePlan; isShared?: boolean }) {
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
      {hasPermissions(plan) ? (
        <Policy title={words.permissions} policy={plan.permissionsPolicy} />
      ) : (
        <>
          <h3>{words.permissions}</h3>
          <ManagedPolicies arns={plan.managedPolicyArns} />
        </>
      )}
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

const secondsInHour = 3600

/** The role and who may use it: as a picture, and line by line. */
export function WhatIsCreated({ plan }: { plan: RolePlan }) {
  const words = localized(reviewMessages).created
  const { vendor } = plan
  const tags = Object.entries(plan.tags).map(([key, value]) => `${key}=${value}`)
  return (
    <>
      <TwoAccounts vendor={vendor} form={plan} />
      <Card>
        <FactList
          facts={[
            { term: words.role, value: <Code text={plan.roleArn} /> },
            { term: words.policy, value: <Code text={plan.policyName} /> },
            ...(plan.managedPolicyArns.length === 0
              ? []
              : [{ term: words.managedPolicies, value: <Codes texts={plan.managedPolicyArns} /> }]),
            { term: words.stack, value: words.stackIn(plan.stackName, plan.region) },
            { term: words.vendorAccount, value: words.ofVendor(accountIdInGroups(plan.vendorAccountId), vendor.name) },
            {
              term: applicationTerm(plan),
              value: <Application plan={plan} />,
            },
            { term: words.condition, value: words.conditionText },
            { term: words.session, value: words.hours(formatNumber(plan.maxSessionDuration / secondsInHour, 2)) },
            {
              term: words.boundary,
              value: plan.permissionsBoundary === null ? words.noBoundary : <Code text={plan.permissionsBoundary} />,
            },
            {
              term: words.tags,
              value: tags.length === 0 ? words.noTags : <Codes texts={tags} />,
            },
          ]}
        />
      </Card>
    </>
  )
}

const Codes = ({ texts }: { readonly texts: readonly string[] }) =>
  texts.map((text) => (
    <div key={text}>
      <Code text={text} />
    </div>
  ))

function applicationTerm({ applicationUserArn, applicationPrincipalArns }: RolePlan): string {
  const words = localized(reviewMessages).created
  if (applicationUserArn !== null) return words.applicationUser
  return applicationPrincipalArns.length > 1 ? words.applicationRoles : words.applicationRole
}

function Application({ plan: { vendor, applicationPrincipalArns, applicationUserArn } }: { readonly plan: RolePlan }) {
  const words = localized(reviewMessages).created
  if (applicationPrincipalArns.length === 0) return words.anyRole(vendor.name)
  // The last one. See `applicationRoles`.
  const verifierArn = vendor.verifierRole === undefined ? undefined : applicationPrincipalArns.at(-1)
  return (
    <>
      <Codes texts={applicationPrincipalArns.filter((arn) => arn !== verifierArn)} />
      {verifierArn !== undefined && (
        <>
          <Code text={verifierArn} />
          <p className="hint">{words.verifierNote(vendor.name)}</p>
        </>
      )}
      {applicationUserArn !== null && <p className="hint">{words.userNote}</p>}
    </>
  )
}

export function VerificationResults({ plan, connectionId }: { plan: RolePlan; connectionId: string }) {
  const words = localized(reviewMessages).results
  const { data: watch } = useVerification(connectionId)
  const verdict = watch?.verdict ?? null
  const state = checkSummary(watch, explanationFacts(plan))
  const isVerified = verdict?.kind === 'verified'
  return (
    <>
      <LiveRegion text={announcement(watch, state)} />
      <Callout tone={state.tone} title={<span key={state.title}>{state.title}</span>} headingLevel={3}>
        <p key={String(isVerified)}>{isVerified ? words.verified : words.notVerified}</p>
        {verdict?.simulated === true && <p className="review-simulated">{words.simulated}</p>}
        {verdict !== null && (
          <p>
            {words.at} <Time at={verdict.checkedAt} hasDay />
          </p>
        )}
      </Callout>
      <Checks plan={plan} verdict={verdict} hasUntested={false} />
      {verdict !== null && <Evidence verdict={verdict} isOpen />}
      <h3>{words.receipt}</h3>
      {verdict !== null && isVerified ? (
        <ReceiptDownload connectionId={connectionId} accountId={plan.accountId} verdict={verdict} />
      ) : (
        <p className="hint">{words.noReceipt}</p>
      )}
    </>
  )
}

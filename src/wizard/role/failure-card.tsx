import type { ReactNode } from 'react'
import { useState } from 'react'
import { iamSettingsUrl, roleUrl } from '#core/artifacts/console-pages.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { policyText } from '#core/policy/document.ts'
import { explanationFacts, type PasteCode } from '#core/verify/explanation.ts'
import { likelyTrustPolicy } from '#core/verify/likely-policy.ts'
import { type Cause, type ShownCause, shownCauses, type Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { ButtonLink, CopyButton } from '#ui/controls/action-buttons.tsx'
import { Card, Disclosure } from '#ui/controls/card.tsx'
import { NumberedStep, NumberedSteps } from '#ui/controls/lists.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { LineDiffView } from '#ui/diff/line-diff-view.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { useIsViewer } from '#wizard/app/admission.ts'
import { ExplainedLink } from '#wizard/app/explained-link.tsx'
import { guestSession } from '#wizard/app/kept-session.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { FailedChecks } from '#wizard/verification/checks.tsx'
import { CopyDetails, Evidence } from '#wizard/verification/evidence.tsx'
import { CheckFailure, NextCheck, PastChecks } from '#wizard/verification/next-check.tsx'
import { correction } from '#wizard/verification/role-update.ts'
import type { useVerification } from '#wizard/verification/use-verification.ts'
import { causeTexts, diagnosisTitle, explanation } from '#wizard/verification/verdict-texts.ts'
import { verificationMessages } from '#wizard/verification/verification-messages.ts'
import { nextCheckIn } from '#wizard/verification/verification-state.ts'
import { AttachPolicies } from './attach-policies.tsx'
import { AwsPageLink } from './aws-page-link.tsx'

type FailureCardProps = {
  readonly plan: RolePlan
  readonly connectionId: string
  readonly isSimulated: boolean
  /** The last verdict with something to fix. A later one shows only whether the fix works. */
  readonly failure: Verdict
  readonly query: ReturnType<typeof useVerification>
  /** The last closed part: other ways to create the role. */
  readonly children?: ReactNode
}

/** At most three steps, each with its own button, next to the text to paste. All else is closed. */
export function FailureCard({ children, ...props }: FailureCardProps) {
  const { plan, failure, query } = props
  const { paste, why } = explanation(failure.diagnosis, explanationFacts(plan))
  const words = localized(verificationMessages)
  return (
    <div className="stack failure-card" key={failure.diagnosis}>
      <div className="failure-columns">
        <section aria-label={words.fix.label}>
          <NumberedSteps>
            <Fix {...props} />
            <KeepOpen query={query} failure={failure} />
          </NumberedSteps>
        </section>
        <div className="stack">
          {paste.length > 0 && <Correction plan={plan} paste={paste} cause={shownCauses(failure)[0]} />}
          <FailedChecks plan={plan} verdict={failure} />
        </div>
      </div>
      <Card className="failure-details">
        <Disclosure variant="row" summary={words.why}>
          <p>{why}</p>
          <ExplainedLink code={failure.diagnosis} />
          <PastChecks query={query} />
        </Disclosure>
        <Causes plan={plan} causes={shownCauses(failure)} />
        <Evidence verdict={failure} variant="row">
          <CopyDetails verdict={failure} roleArn={plan.roleArn} />
        </Evidence>
        {children}
      </Card>
    </div>
  )
}

/** The causes that a wrong name of a resource has. A policy can't fix that. */
const isAbsence = (cause: Cause | undefined): boolean => cause === 'bucket-absent' || cause === 'resource-absent'

function Fix(props: FailureCardProps) {
  const { plan, failure } = props
  const { actor, paste } = explanation(failure.diagnosis, explanationFacts(plan))
  const [code] = paste
  const attach = hasManaged(props) ? <AttachPolicies {...props} /> : null
  if (actor === 'vendor') return <Contact {...props} />
  if (failure.diagnosis === 'update-required' || isAbsence(failure.causes[0])) return <ChangePermissions {...props} />
  if (code === 'trust-policy') return <ReplacePolicy code={code} {...props} />
  if (attach !== null && (code === 'permissions-policy-command' || failure.causes[0] === 'managed-policy-detached')) return attach
  if (code === 'permissions-policy')
    return (
      <>
        <ReplacePolicy code={code} {...props} />
        {attach}
      </>
    )
  return <Instructions {...props} />
}

const hasManaged = ({ plan }: Pick<FailureCardProps, 'plan'>): boolean => plan.managedPolicyArns.length > 0

type PolicyCode = 'trust-policy' | 'permissions-policy'

const tabs = { 'trust-policy': 'trust_relationships', 'permissions-policy': 'permissions' } as const

/** Copying comes first, so that the clipboard is full when the tab of AWS opens. The filled button moves on with it. */
function ReplacePolicy({ code, plan, isSimulated }: FailureCardProps & { readonly code: PolicyCode }) {
  const words = localized(verificationMessages).fix
  const [isCopied, setCopied] = useState(false)
  return (
    <>
      <NumberedStep title={words.copyTitle[code]} isDone={isCopied}>
        <p className="hint">{words.copyText[code]}</p>
        <CopyButton
          text={correction(code, plan).text}
          label={words.copy[code]}
          variant={isCopied ? 'secondary' : 'primary'}
          onCopy={() => setCopied(true)}
        />
      </NumberedStep>
      <NumberedStep title={words.replaceTitle[code]}>
        <p className="hint">{words.replaceText[code]}</p>
        <AwsPageLink plan={plan} url={roleUrl(plan, tabs[code])} isSimulated={isSimulated} variant={isCopied ? 'primary' : 'secondary'}>
          {words.open[code]}
        </AwsPageLink>
      </NumberedStep>
    </>
  )
}

/** A guest's link is for one task, which this is not, and a viewer only reads. */
function ChangePermissions({ plan, failure, connectionId }: FailureCardProps) {
  const [cause] = failure.causes
  const mayUpdate = !useIsViewer() && guestSession() === null
  const { todo } = explanation(failure.diagnosis, explanationFacts(plan))
  return (
    <NumberedStep title={cause === undefined ? todo[0] : causeTexts(cause).title}>
      {cause !== undefined && <p className="hint">{causeTexts(cause).check(explanationFacts(plan))}</p>}
      {mayUpdate && (
        <ButtonLink variant="primary" href={routeHash({ kind: 'permissions', connectionId })}>
          {localized(verificationMessages).fix.choose}
        </ButtonLink>
      )}
    </NumberedStep>
  )
}

/** The problem is not the customer's, so nothing here asks them to change anything in AWS. */
function Contact({ plan, failure }: FailureCardProps) {
  const words = localized(verificationMessages)
  const { name, supportUrl } = plan.vendor
  return (
    <NumberedStep title={words.fix.contactTitle(name)}>
      <div className="row">
        {supportUrl !== undefined && (
          <ButtonLink href={supportUrl} isExternal>
            {words.fix.contact}
          </ButtonLink>
        )}
        <CopyDetails verdict={failure} roleArn={plan.roleArn} />
      </div>
    </NumberedStep>
  )
}

/** Steps in AWS for which there is no text to paste. The last instruction of each diagnosis is the step that all have. */
function Instructions({ plan, failure, isSimulated }: FailureCardProps) {
  const { todo } = explanation(failure.diagnosis, explanationFacts(plan))
  return todo.slice(0, -1).map((step, index) => (
    <NumberedStep key={step} title={step}>
      {failure.diagnosis === 'region-disabled' && index === 0 && (
        <AwsPageLink plan={plan} url={iamSettingsUrl(plan)} isSimulated={isSimulated} variant="primary">
          {localized(verificationMessages).fix.open.settings}
        </AwsPageLink>
      )}
    </NumberedStep>
  ))
}

/** Shows in place whether the fix works. */
function KeepOpen({ query, failure }: Pick<FailureCardProps, 'query' | 'failure'>) {
  const words = localized(verificationMessages)
  const diagnosis = query.data?.verdict?.diagnosis
  const isFixed = diagnosis === 'confirming-fix' || diagnosis === 'verified'
  const title = isFixed ? diagnosisTitle(diagnosis) : words.fix.keepOpen
  const isDanger = failure.kind === 'unsafe' || failure.kind === 'drifted'
  return (
    <NumberedStep title={<span key={title}>{title}</span>} isDone={diagnosis === 'verified'}>
      {isDanger && <p className="hint">{words.fix.keepOpenText}</p>}
      <CheckFailure query={query} />
      {diagnosis !== 'verified' && <NextCheck query={query} dueInMs={nextCheckIn(query.data)} sentence={words.fix.rechecking} />}
    </NumberedStep>
  )
}

type CorrectionProps = { readonly plan: RolePlan; readonly paste: readonly PasteCode[]; readonly cause: ShownCause | undefined }

function Correction({ plan, paste, cause }: CorrectionProps) {
  const words = localized(verificationMessages)
  const [selected, select] = useState<string>(paste[0] ?? '')
  return (
    <Tabs
      label={words.fix.label}
      selected={selected}
      onSelect={select}
      tabs={paste.map((code) => ({ id: code, title: words.tabs[code], panel: <PasteText code={code} plan={plan} cause={cause} /> }))}
    />
  )
}

function PasteText({ code, plan, cause }: Omit<CorrectionProps, 'paste'> & { readonly code: PasteCode }) {
  const words = localized(verificationMessages)
  const { language, text, marks } = correction(code, plan)
  const likely = code === 'trust-policy' ? likelyTrustPolicy(cause, plan) : null
  if (likely !== null)
    return (
      <>
        <LineDiffView label={words.tabs[code]} before={policyText(likely)} after={text} words={words.fix} />
        <p className="hint">{words.fix.likely}</p>
      </>
    )
  const view = <CodeView label={words.tabs[code]} text={text} language={language} marks={marks} maxHeight="26rem" />
  if (!code.endsWith('command')) return view
  return (
    <>
      {view}
      <div className="row">
        <CopyButton text={text} label={words.copy[code]} />
      </div>
    </>
  )
}

function Causes({ plan, causes }: { readonly plan: RolePlan; readonly causes: readonly ShownCause[] }) {
  if (causes.length === 0) return null
  return (
    <Disclosure variant="row" summary={localized(verificationMessages).causes}>
      <ol className="causes">
        {causes.map((cause) => (
          <li key={cause}>
            <b>{causeTexts(cause).title}.</b> <span>{causeTexts(cause).check(explanationFacts(plan))}</span>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

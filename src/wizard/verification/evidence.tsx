import type { ReactNode } from 'react'
import { awsCheck } from '#core/checks/checks.ts'
import type { PermissionCheckResult, Probe } from '#core/verify/probe-result.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { Time } from './time.tsx'
import { diagnosisTitle } from './verdict-texts.ts'
import { verificationMessages } from './verification-messages.ts'

type EvidenceProps = {
  readonly verdict: Pick<Verdict, 'probes' | 'checks'>
  readonly isOpen?: boolean
  readonly variant?: 'inline' | 'row'
  readonly children?: ReactNode
}

/** Each call that was made, with what AWS needs to find it. */
export function Evidence({ verdict, isOpen = false, variant = 'inline', children }: EvidenceProps) {
  const words = localized(verificationMessages)
  const calls = callsOf(verdict)
  if (calls.length === 0) return null
  return (
    <Disclosure variant={variant} summary={words.evidence} open={isOpen}>
      <ul className="evidence">
        {calls.map((call) => (
          <li key={call.key}>
            <span>{call.title}</span>
            <span key={call.answer}>{call.answer}</span>
            <Time at={call.at} />
            {call.requestId === '' ? (
              <span>{words.noRequestId}</span>
            ) : (
              <code translate="no" dir="ltr">
                {call.requestId}
              </code>
            )}
          </li>
        ))}
      </ul>
      {children}
    </Disclosure>
  )
}

/** The status and the calls as text, for a message to the vendor. The external ID is not part of it. */
export function CopyDetails({ verdict, roleArn }: { readonly verdict: Verdict; readonly roleArn: string }) {
  const words = localized(verificationMessages)
  const calls = callsOf(verdict).map(({ title, answer, at, requestId }) => `${title}: ${answer}, ${at}, ${requestId || words.noRequestId}`)
  const text = [`${diagnosisTitle(verdict.diagnosis)} (${verdict.diagnosis})`, roleArn, verdict.checkedAt, '', ...calls].join('\n')
  return <CopyButton text={text} label={words.copyDetails} />
}

type Call = Pick<Probe, 'at' | 'requestId'> & { readonly key: string; readonly title: string; readonly answer: string }

function callsOf({ probes, checks }: Pick<Verdict, 'probes' | 'checks'>): readonly Call[] {
  const words = localized(verificationMessages)
  const call = (key: string, title: string, outcome: string, { code, at, requestId }: Probe | PermissionCheckResult): Call => ({
    key,
    title,
    answer: words.answered(outcome, code),
    at,
    requestId,
  })
  return [
    ...probes.map((probe) => call(`${probe.name} ${probe.variant} ${probe.at}`, probeTitle(probe), words.outcomes[probe.outcome], probe)),
    ...checks.map((check) =>
      call(
        `${check.id} ${check.resource}`,
        `${awsCheck(check.call)?.operation ?? check.call} ${check.resource}`,
        words.checkOutcomes[check.outcome],
        check,
      ),
    ),
  ]
}

const probeTitle = ({ name, variant }: Probe): string =>
  variant === undefined
    ? localized(verificationMessages).probes[name]
    : `${localized(verificationMessages).probes[name]} (${localized(verificationMessages).variants[variant]})`

import { awsCheck } from '#core/checks/checks.ts'
import type { PermissionCheckResult, Probe } from '#core/verify/probe-result.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { Disclosure } from '#ui/controls/card.tsx'
import { Time } from './time.tsx'
import { verificationMessages } from './verification-messages.ts'

/** Each call that was made, with what AWS needs to find it. */
export function Evidence({ verdict, isOpen = false }: { verdict: Pick<Verdict, 'probes' | 'checks'>; isOpen?: boolean }) {
  const words = localized(verificationMessages)
  if (verdict.probes.length + verdict.checks.length === 0) return null
  return (
    <Disclosure summary={words.evidence} open={isOpen}>
      <ul className="evidence">
        {verdict.probes.map((probe) => (
          <Call
            key={`${probe.name} ${probe.variant} ${probe.at}`}
            title={probeTitle(probe)}
            outcome={words.outcomes[probe.outcome]}
            call={probe}
          />
        ))}
        {verdict.checks.map((check) => (
          <Call
            key={`${check.id} ${check.resource}`}
            title={`${awsCheck(check.call)?.operation ?? check.call} ${check.resource}`}
            outcome={words.checkOutcomes[check.outcome]}
            call={check}
          />
        ))}
      </ul>
    </Disclosure>
  )
}

const probeTitle = ({ name, variant }: Probe): string =>
  variant === undefined
    ? localized(verificationMessages).probes[name]
    : `${localized(verificationMessages).probes[name]} (${localized(verificationMessages).variants[variant]})`

type CallProps = { readonly title: string; readonly outcome: string; readonly call: Probe | PermissionCheckResult }

function Call({ title, outcome, call: { code, requestId, at } }: CallProps) {
  const words = localized(verificationMessages)
  return (
    <li>
      <span>{title}</span>
      <span key={outcome}>{words.answered(outcome, code)}</span>
      <Time at={at} />
      {requestId === '' ? (
        <span>{words.noRequestId}</span>
      ) : (
        <code translate="no" dir="ltr">
          {requestId}
        </code>
      )}
    </li>
  )
}

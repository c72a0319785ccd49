import { useDeferredValue, useMemo } from 'react'
import * as z from 'zod/mini'
import type { HostingPlan } from '#core/hosting/hosting-plan.ts'
import { policyText } from '#core/policy/document.ts'
import type { Finding } from '#core/policy/form/rule.ts'
import { lintHostingPolicy } from '#core/rules/lint.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { LiveRegion } from '#ui/controls/announcements.tsx'
import { Button } from '#ui/controls/button.tsx'
import { Card } from '#ui/controls/card.tsx'
import { TextAreaField } from '#ui/controls/fields.tsx'
import { Icon } from '#ui/controls/icon.tsx'
import { ExplainedLink } from '#wizard/app/explained-link.tsx'
import '#wizard/app/severity.css'
import { severityMessages } from '#wizard/policy-editor/policy-editor-messages.ts'
import { hostingMessages } from './hosting-messages.ts'
import { useKeptState } from './kept-state.ts'

type HostingPolicyCheckProps = {
  readonly plan: Pick<HostingPlan, 'assumableRoles' | 'permissionsPolicy'>
  /** The label of the field. By default, that of a role. */
  readonly label?: string
}

/** Paste a hosting policy, and read what is wrong with it. */
export function HostingPolicyCheck({ plan, label }: HostingPolicyCheckProps) {
  const words = localized(hostingMessages).check
  const [text, setText] = useKeptState('policy', z.string(), '')
  const shown = useDeferredValue(text)
  const { code } = currentLanguage()
  const { assumableRoles } = plan
  const findings = useMemo(
    () => (shown.trim() === '' ? null : lintHostingPolicy(shown, code, { assumableRoles })),
    [shown, code, assumableRoles],
  )
  return (
    <section className="stack">
      <h2>{words.title}</h2>
      <Card>
        <div className="stack">
          <TextAreaField
            label={label ?? words.field}
            hint={words.hint}
            isMono
            rows={8}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <div className="row">
            <Button onClick={() => setText(policyText(plan.permissionsPolicy))}>
              <span>{words.useOwn}</span>
            </Button>
          </div>
          {findings !== null && <Findings findings={findings} onApply={setText} />}
          <LiveRegion text={findings === null ? '' : summary(findings)} />
        </div>
      </Card>
    </section>
  )
}

function summary(findings: readonly Finding[]): string {
  const words = localized(hostingMessages).check
  return findings.length === 0 ? words.clean : words.found(findings.length)
}

type FindingsProps = { readonly findings: readonly Finding[]; readonly onApply: (text: string) => void }

function Findings({ findings, onApply }: FindingsProps) {
  const words = localized(hostingMessages).check
  if (findings.length === 0)
    return (
      <p className="hosting-clean">
        <Icon name="check" /> <b>{words.clean}</b> {words.cleanText}
      </p>
    )
  return (
    <ul className="hosting-findings">
      {findings.map((finding) => (
        <FoundIssue key={`${finding.rule} ${finding.path.join('.')} ${finding.message}`} finding={finding} onApply={onApply} />
      ))}
    </ul>
  )
}

function FoundIssue({ finding, onApply }: { readonly finding: Finding } & Pick<FindingsProps, 'onApply'>) {
  const words = localized(hostingMessages).check
  const { rule, severity, message, why, range, fix } = finding
  return (
    <li>
      <p>
        <b className={`severity ${severity}`}>{localized(severityMessages)[severity]}</b>{' '}
        {range !== undefined && <span className="hosting-line">{words.line(range.start.line)}</span>} <span>{message}</span>{' '}
        <ExplainedLink code={rule} />
      </p>
      <p className="hint">
        <b>{words.why}:</b> {why}
      </p>
      {fix !== undefined && (
        <div className="row">
          <Button onClick={() => onApply(fix)}>
            <span>{words.apply}</span>
          </Button>
          <CopyButton text={fix} label={words.copyFix} variant="quiet" />
        </div>
      )}
    </li>
  )
}

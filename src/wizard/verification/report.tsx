import { type ReactNode, useState } from 'react'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { type ExplanationFacts, explanationFacts, type PasteCode } from '#core/verify/explanation.ts'
import type { Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { Disclosure } from '#ui/controls/card.tsx'
import { Tabs } from '#ui/controls/tabs.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { ExplainedLink } from '#wizard/app/explained-link.tsx'
import { Checks } from './checks.tsx'
import { Evidence } from './evidence.tsx'
import { correction } from './role-update.ts'
import { causeTexts, explanation } from './verdict-texts.ts'
import { verificationMessages } from './verification-messages.ts'

/** More causes than this are there to be looked through when needed. */
const fewCauses = 3

export function Report({ plan, verdict }: { plan: RolePlan; verdict: Verdict }) {
  const words = localized(verificationMessages)
  const facts = explanationFacts(plan)
  const { happened, why, todo, paste } = explanation(verdict.diagnosis, facts)
  return (
    <div className="columns" key={verdict.diagnosis}>
      <div className="stack report">
        <Part title={words.happened}>
          <p>{happened}</p>
        </Part>
        <Part title={words.why}>
          <p>{why}</p>
          <Causes verdict={verdict} facts={facts} />
        </Part>
        <Part title={words.todo}>
          <ol>
            {todo.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Part>
        {paste.length > 0 && (
          <div className="row">
            {paste.map((code, index) => (
              <CopyButton
                key={code}
                text={correction(code, plan).text}
                label={words.copy[code]}
                variant={index === 0 ? 'primary' : 'secondary'}
              />
            ))}
          </div>
        )}
        <p>
          <ExplainedLink code={verdict.diagnosis} />
        </p>
        <Evidence verdict={verdict} />
      </div>
      <div className="stack">
        {paste.length > 0 && <Corrections plan={plan} paste={paste} />}
        <Checks plan={plan} verdict={verdict} />
      </div>
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  )
}

function Causes({ verdict, facts }: { verdict: Verdict; facts: ExplanationFacts }) {
  if (verdict.causes.length === 0) return null
  return (
    <Disclosure summary={localized(verificationMessages).causes} open={verdict.causes.length <= fewCauses}>
      <ol className="causes">
        {verdict.causes.map((cause) => (
          <li key={cause}>
            <b>{causeTexts(cause).title}.</b> <span>{causeTexts(cause).check(facts)}</span>
          </li>
        ))}
      </ol>
    </Disclosure>
  )
}

function Corrections({ plan, paste }: { plan: RolePlan; paste: readonly PasteCode[] }) {
  const words = localized(verificationMessages)
  const [selected, select] = useState<string>(paste[0] ?? '')
  return (
    <Tabs
      label={words.corrected}
      selected={selected}
      onSelect={select}
      tabs={paste.map((code) => {
        const { language, text, marks } = correction(code, plan)
        return {
          id: code,
          title: words.tabs[code],
          panel: <CodeView label={words.tabs[code]} text={text} language={language} marks={marks} maxHeight="34rem" />,
        }
      })}
    />
  )
}

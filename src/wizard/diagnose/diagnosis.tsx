import type { RolePlan } from '#core/connection/role-plan.ts'
import type { Examination } from '#core/pasted/diagnose-pasted.ts'
import { localized } from '#i18n/language.ts'
import { Callout, type CalloutTone } from '#ui/controls/callout.tsx'
import { ExplainedLink } from '#wizard/app/explained-link.tsx'
import { ComparisonView } from './comparison-view.tsx'
import { diagnoseMessages } from './diagnose-messages.ts'
import type { Consultation } from './diagnosis-session.ts'
import { Fixes } from './fixes.tsx'
import { Remains } from './open-questions.tsx'
import { chosenAs, recognisedAs } from './recognized-input.ts'
import { Remarks } from './remarks.tsx'

const tones: Readonly<Record<Examination['kind'], CalloutTone>> = {
  'as-planned': 'proved',
  'not-enough': 'note',
  differs: 'unsafe',
  'unknown-ailment': 'unsafe',
  unreadable: 'note',
}

type DiagnosisProps = { readonly plan: RolePlan; readonly seen: Consultation }

/** The one thing that is wrong first, then all that helps to put it right. */
export function Diagnosis({ plan, seen }: DiagnosisProps) {
  const words = localized(diagnoseMessages)
  const { examination, recognised, choice, further, comparisons, policy, findings, repaired, way } = seen
  const told = repaired ?? examination
  return (
    <>
      <p className="hint">
        {words.recognised} {recognisedAs(recognised).join('; ')}.{choice !== null && ` ${chosenAs(choice)}`}
      </p>
      <Sentence examination={examination} />
      {repaired !== null && <Sentence examination={repaired} before={words.afterRepair} />}
      {further.length > 0 && (
        <section>
          <h3>{words.further}</h3>
          <ul className="doctor-further">
            {further.map((title) => (
              <li key={title}>{title}.</li>
            ))}
          </ul>
        </section>
      )}
      {examination.kind === 'as-planned' && <Remains plan={plan} recognised={recognised} />}
      {comparisons.map((comparison) => (
        <ComparisonView key={comparison.part} comparison={comparison} />
      ))}
      {'fixes' in told && <Fixes plan={plan} part={told.part} fixes={told.fixes} way={way} />}
      {policy !== null && findings.length > 0 && <Remarks title={words.findings} text={policy.text} findings={findings} />}
    </>
  )
}

/** The words of the finding are those of one moment: keyed, so that a translated page survives the next one. */
function Sentence({ examination, before }: { readonly examination: Examination; readonly before?: string }) {
  const words = localized(diagnoseMessages)
  const { sentence, detail, kind } = examination
  const at = kind === 'unreadable' ? examination.at : null
  return (
    <Callout
      key={sentence}
      tone={tones[kind]}
      headingLevel={3}
      title={
        <span>
          {before === undefined ? '' : `${before}: `}
          {sentence}
        </span>
      }
    >
      {at !== null && (
        <p>
          <b>{words.place(at.line, at.column)}.</b>
        </p>
      )}
      <p>{detail}</p>
      {kind === 'differs' && (
        <p>
          <a href={examination.source} target="_blank" rel="noopener">
            {words.source}
            <span className="visually-hidden"> {words.newTab}</span>
          </a>{' '}
          · <ExplainedLink code={examination.ailment} />
        </p>
      )}
    </Callout>
  )
}

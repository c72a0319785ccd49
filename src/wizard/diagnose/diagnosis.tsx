import { accountIdInGroups } from '#core/aws/account-id.ts'
import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import type { PastedDiagnosis } from '#core/pasted/diagnose-pasted.ts'
import type { PastedFact } from '#core/pasted/pasted-fact.ts'
import { localized } from '#i18n/language.ts'
import { CopyButton } from '#ui/controls/action-buttons.tsx'
import { Callout, type CalloutTone } from '#ui/controls/callout.tsx'
import { LineDiffView } from '#ui/diff/line-diff-view.tsx'
import { CodeView } from '#ui/editor/code-view.tsx'
import { ExplainedLink } from '#wizard/app/explained-link.tsx'
import { diagnoseMessages } from './diagnose-messages.ts'
import type { Comparison, Consultation } from './diagnosis-session.ts'
import { Fixes } from './fixes.tsx'
import { chosenAs, recognizedAs } from './recognized-input.ts'
import { Remarks } from './remarks.tsx'

const tones: Readonly<Record<PastedDiagnosis['kind'], CalloutTone>> = {
  'as-planned': 'success',
  'not-enough': 'note',
  differs: 'danger',
  'unnamed-difference': 'danger',
  unreadable: 'note',
}

type DiagnosisProps = { readonly plan: RolePlan; readonly consultation: Consultation }

export function Diagnosis({ plan, consultation }: DiagnosisProps) {
  const words = localized(diagnoseMessages)
  const { examination, recognized, choice, further, comparisons, policy, findings, repaired, way } = consultation
  const current = repaired ?? examination
  return (
    <>
      <p className="hint">
        {words.recognized} {recognizedAs(recognized).join('; ')}.{choice !== null && ` ${chosenAs(choice)}`}
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
      {examination.kind === 'as-planned' && <Remains plan={plan} recognized={recognized} />}
      {comparisons.map((comparison) => (
        <ComparisonView key={comparison.part} comparison={comparison} />
      ))}
      {'fixes' in current && <Fixes plan={plan} part={current.part} fixes={current.fixes} way={way} />}
      {policy !== null && findings.length > 0 && <Remarks title={words.findings} text={policy.text} findings={findings} />}
    </>
  )
}

/** The words of the finding are those of one moment: keyed, so that a translated page survives the next one. */
function Sentence({ examination, before }: { readonly examination: PastedDiagnosis; readonly before?: string }) {
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
          · <ExplainedLink code={examination.rule} />
        </p>
      )}
    </Callout>
  )
}

function remaining(recognized: readonly PastedFact[], plan: RolePlan): readonly string[] {
  const words = localized(diagnoseMessages)
  const hasRole = recognized.some((fact) => fact.kind === 'role' && fact.accountId !== null)
  const isComplete = !hasPermissions(plan) || recognized.some(({ kind }) => kind === 'permissions-policy')
  return [
    ...(hasRole ? [] : [words.whichRole(accountIdInGroups(plan.accountId), plan.roleName)]),
    words.propagation,
    words.organization(accountIdInGroups(plan.vendorAccountId)),
    ...(isComplete ? [] : [words.permissionsNotPasted]),
  ]
}

function Remains({ plan, recognized }: { readonly plan: RolePlan; readonly recognized: readonly PastedFact[] }) {
  return (
    <section>
      <h3>{localized(diagnoseMessages).remains}</h3>
      <ol className="doctor-further">
        {remaining(recognized, plan).map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ol>
    </section>
  )
}

function ComparisonView({ comparison: { part, current, corrected } }: { readonly comparison: Comparison }) {
  const words = localized(diagnoseMessages)
  const copy = words.copyCorrected[part]
  const title = words.comparison[part]
  return (
    <section className="stack">
      <div className="row">
        <h3>{current === null ? words.corrected[part] : title}</h3>
        {current !== null && <span className="hint">{words.legend}</span>}
      </div>
      {current === null ? (
        <CodeView label={words.corrected[part]} text={corrected} language="json" maxHeight="26rem" />
      ) : (
        <LineDiffView label={title} before={current} after={corrected} words={words} />
      )}
      <div className="row">
        <CopyButton text={corrected} label={copy} variant="primary" />
      </div>
    </section>
  )
}

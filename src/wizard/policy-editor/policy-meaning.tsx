import type { Vendor } from '#core/connection/vendor.ts'
import type { StatementWords } from '#core/policy/statement-words.ts'
import { localized } from '#i18n/language.ts'
import { policyEditorMessages } from './policy-editor-messages.ts'

type PolicyMeaningProps = { readonly vendor: Vendor; readonly statements: readonly StatementWords[] }

/** What each statement lets the vendor do and not do, in plain words. */
export function PolicyMeaning({ vendor, statements }: PolicyMeaningProps) {
  const words = localized(policyEditorMessages).meaning
  const numbered = statements.map((statement, at) => ({
    ...statement,
    title: words.statement(statement.name, at + 1),
    key: `${at} ${statement.name}`,
  }))
  return (
    <section>
      <h3>{words.title}</h3>
      {statements.length === 0 && <p>{words.empty}</p>}
      {numbered.map(({ key, title, effect, lines, not }) => (
        <div className="policy-statement" key={key}>
          <h4 translate="no">{title}</h4>
          {lines.length > 0 && (
            <>
              <p>{effect === 'Allow' ? words.lets(vendor.name) : words.forbids}</p>
              <ul>
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </>
          )}
          {not !== null && <p key={not}>{not}</p>}
        </div>
      ))}
    </section>
  )
}

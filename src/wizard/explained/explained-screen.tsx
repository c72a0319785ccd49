import { roleNameOf } from '#core/connection/suffixed-role-name.ts'
import type { ServedVendor, Vendor } from '#core/connection/vendor.ts'
import { currentLanguage, localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { explainedHash, routeHash } from '#wizard/app/routes.ts'
import { ScreenIntroduction } from '#wizard/app/screen.tsx'
import { shellMessages } from '#wizard/app/shell-messages.ts'
import { explainedMessages } from './explained-messages.ts'
import './explained.css'
import { AccountId, accountIdInGroups } from '#core/aws/account-id.ts'
import type { PastedRule } from '#core/pasted/pasted-rule.ts'
import { doctorRules } from '#core/pasted/pasted-rules.ts'
import { type CatalogRule, currentRuleId, ruleCatalog } from '#core/rules/catalog.ts'
import type { TextsOf } from '#core/text/messages.ts'
import type { ExplanationFacts } from '#core/verify/explanation.ts'
import { Cause, Diagnosis } from '#core/verify/verdict.ts'
import { severityMessages } from '#wizard/policy-editor/policy-editor-messages.ts'
import { causeTexts, explanation } from '#wizard/verification/verdict-texts.ts'

type ExplainedScreenProps = { readonly vendor: ServedVendor; readonly code: string | null }

/** The page that messages link to. It works without a server, a session or a connection. One code may name several entries. */
export function ExplainedScreen({ vendor, code }: ExplainedScreenProps) {
  const words = localized(explainedMessages)
  const all = entries(vendor)
  const found = entriesOf(all, code)
  const [first] = found
  const title = first?.title ?? words.title
  const unfoundLead = code === null ? words.lead : words.unknown(code)
  return (
    <div className="stack single-column explained-screen">
      <DocumentTitle text={localized(shellMessages).title(title, vendor.name)} />
      <ScreenIntroduction screen={`explained ${code}`} title={title} lead={first === undefined ? unfoundLead : undefined} />
      {found.map((entry) => (
        <EntryCard key={entry.chapter} entry={entry} isTitled={entry.title !== title} />
      ))}
      {first !== undefined && <p className="hint">{words.examples}</p>}
      {first === undefined ? (
        <AllEntries all={all} />
      ) : (
        <p>
          <a href="#/explained">{words.all}</a>
        </p>
      )}
    </div>
  )
}

/** The heading of the page is the title of the first one. */
function EntryCard({
  entry: { code, chapter, title, parts, todo, source },
  isTitled,
}: {
  readonly entry: Entry
  readonly isTitled: boolean
}) {
  const words = localized(explainedMessages)
  return (
    <Card>
      <p className="hint">
        {words.chapters[chapter]} · <code translate="no">{code}</code>
      </p>
      {isTitled && <h2>{title}</h2>}
      <dl className="explained-parts">
        {parts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        <div>
          <dt>{words.todo}</dt>
          <dd>
            <ol>
              {todo.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </dd>
        </div>
        {source !== null && (
          <div>
            <dt>{words.source}</dt>
            <dd>
              <Source text={source} />
            </dd>
          </div>
        )}
      </dl>
      {chapter === 'hosting' && <HostingLink />}
    </Card>
  )
}

function Source({ text }: { readonly text: string }) {
  if (!text.startsWith('https://')) return text
  return (
    <a href={text} target="_blank" rel="noopener" translate="no">
      {text}
      <span className="visually-hidden"> {localized(explainedMessages).newTab}</span>
    </a>
  )
}

function AllEntries({ all }: { readonly all: readonly Entry[] }) {
  const chapters = [...new Set(all.map(({ chapter }) => chapter))]
  return chapters.map((chapter) => (
    <section key={chapter}>
      <h2>{localized(explainedMessages).chapters[chapter]}</h2>
      <ul className="explained-list">
        {all
          .filter((entry) => entry.chapter === chapter)
          .map(({ code, title }) => (
            <li key={code}>
              <a href={explainedHash(code)}>{title}</a> <code translate="no">{code}</code>
            </li>
          ))}
      </ul>
    </section>
  ))
}

type EntryPart = { readonly label: string; readonly text: string }

/** The same text as `docs/rules.md` and `docs/diagnoses.md`. */
type Entry = {
  readonly code: string
  readonly chapter: keyof TextsOf<typeof explainedMessages>['chapters']
  readonly title: string
  readonly parts: readonly EntryPart[]
  readonly todo: readonly string[]
  /** An address, or words. */
  readonly source: string | null
}

/** Rules for the vendor's engineer, who finds the check there. */
function HostingLink() {
  return (
    <p>
      <a href={routeHash({ kind: 'hosting' })}>{localized(explainedMessages).hosting}</a>
    </p>
  )
}

const exampleAccount = AccountId.parse('444455556666')

/** Examples of values that only a connection has. */
function generalFacts(vendor: Vendor): ExplanationFacts {
  const { name, accounts } = vendor
  const roleName = roleNameOf(vendor, null)
  const words = localized(explainedMessages)
  const [vendorAccount] = Object.values(accounts)
  return {
    vendor: name,
    account: accountIdInGroups(exampleAccount),
    vendorAccount: vendorAccount === undefined ? words.general.vendorAccount : accountIdInGroups(vendorAccount),
    roleName,
    roleArn: `arn:aws:iam::${exampleAccount}:role/${roleName}`,
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    region: 'us-east-1',
    trustedUser: null,
    hasPermissionsPolicy: true,
    managedPolicyArns: [],
  }
}

const ruleEntry = (rule: CatalogRule): Entry => {
  const words = localized(explainedMessages)
  const { id, kind, severity, source, messages } = rule
  const { title, what, why, todo } = messages.in(currentLanguage().code)
  return {
    code: id,
    chapter: kind,
    title,
    parts: [
      { label: words.severity, text: localized(severityMessages)[severity] },
      { label: words.searches, text: what },
      { label: words.why, text: why },
    ],
    todo: [todo],
    source: source === 'own' ? words.ownSource : source,
  }
}

function diagnosisEntry(diagnosis: Diagnosis, facts: ExplanationFacts): Entry {
  const words = localized(explainedMessages)
  const { title, happened, why, todo } = explanation(diagnosis, facts)
  const parts = [
    { label: words.happened, text: happened },
    { label: words.why, text: why },
  ]
  return { code: diagnosis, chapter: 'diagnosis', title, parts, todo, source: null }
}

function causeEntry(cause: Cause, facts: ExplanationFacts): Entry {
  const { title, check } = causeTexts(cause)
  return { code: cause, chapter: 'cause', title, parts: [], todo: [check(facts)], source: null }
}

/** The sentence itself depends on the pasted role. */
const pastedRuleEntry = ({ id, part, title, source }: PastedRule): Entry => ({
  code: id,
  chapter: 'doctor',
  title: title(currentLanguage().code),
  parts: [{ label: localized(explainedMessages).part, text: localized(explainedMessages).parts[part] }],
  todo: [localized(explainedMessages).askDoctor],
  source,
})

export function entries(vendor: Vendor): readonly Entry[] {
  const facts = generalFacts(vendor)
  return [
    ...Diagnosis.options.map((diagnosis) => diagnosisEntry(diagnosis, facts)),
    ...Cause.options.map((cause) => causeEntry(cause, facts)),
    ...doctorRules.map(pastedRuleEntry),
    ...ruleCatalog.map(ruleEntry),
  ]
}

/** One code can name a diagnosis and a rule. Links can hold a former id. */
export const entriesOf = (all: readonly Entry[], code: string | null): readonly Entry[] =>
  code === null ? [] : all.filter((entry) => entry.code === code || entry.code === currentRuleId(code))

import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import type { Ailment } from '#core/pasted/pasted-rule.ts'
import { ailments } from '#core/pasted/pasted-rules.ts'
import { type CataloguedRule, ruleCatalogue, ruleWords } from '#core/rules/catalogue.ts'
import { asSaid } from '#core/rules/said.ts'
import type { TextsOf } from '#core/text/messages.ts'
import type { ExplanationFacts } from '#core/verify/explanation.ts'
import { Cause, Diagnosis } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { severityMessages } from '#wizard/policy-editor/severity-messages.ts'
import { say } from '#wizard/words/findings.ts'
import { explanation } from '#wizard/words/verdict.ts'
import { verdictMessages } from '#wizard/words/verdict-messages.ts'
import { explainedMessages } from './explained-messages.ts'

type EntryPart = { readonly label: string; readonly text: string }

/** What one code stands for, as `docs/rules.md` and `docs/diagnoses.md` say it. */
export type Entry = {
  readonly code: string
  readonly chapter: keyof TextsOf<typeof explainedMessages>['chapters']
  readonly title: string
  readonly parts: readonly EntryPart[]
  readonly todo: readonly string[]
  /** An address, or words. */
  readonly source: string | null
}

/** Words that stand where a text names what only a connection knows. */
function generalFacts({ name, role, accounts }: Vendor): ExplanationFacts {
  const words = localized(explainedMessages)
  const [vendorAccount] = Object.values(accounts)
  return {
    vendor: name,
    account: words.general.account,
    vendorAccount: vendorAccount === undefined ? words.general.vendorAccount : accountIdInGroups(vendorAccount),
    roleName: role.name,
    roleArn: words.general.roleArn,
    externalId: words.general.externalId,
    region: words.general.region,
  }
}

const ruleEntry = (rule: CataloguedRule): Entry => {
  const words = localized(explainedMessages)
  const { id, kind, severity, source } = rule
  const { title, what, why, todo } = ruleWords(rule, say)
  return {
    code: id,
    chapter: kind,
    title,
    parts: [
      { label: words.severity, text: localized(severityMessages)[severity] },
      { label: words.looksFor, text: what },
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
  const { title, check } = localized(verdictMessages).causes[cause]
  return { code: cause, chapter: 'cause', title, parts: [], todo: [check(facts)], source: null }
}

/** The sentence itself depends on the pasted role. */
const ailmentEntry = ({ id, part, title, source }: Ailment): Entry => ({
  code: id,
  chapter: 'doctor',
  title: say(asSaid(title), id),
  parts: [{ label: localized(explainedMessages).part, text: localized(explainedMessages).parts[part] }],
  todo: [localized(explainedMessages).askDoctor],
  source,
})

export function entries(vendor: Vendor): readonly Entry[] {
  const facts = generalFacts(vendor)
  return [
    ...Diagnosis.options.map((diagnosis) => diagnosisEntry(diagnosis, facts)),
    ...Cause.options.map((cause) => causeEntry(cause, facts)),
    ...ailments.map(ailmentEntry),
    ...ruleCatalogue.map(ruleEntry),
  ]
}

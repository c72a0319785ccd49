import { planOf, vendor } from '#core/fixtures.test-data.ts'
import type { PastedRule } from '#core/pasted/pasted-rule.ts'
import { doctorRules } from '#core/pasted/pasted-rules.ts'
import type { RuleKind } from '#core/policy/form/rule.ts'
import { type CatalogRule, formerRuleIds, ruleCatalog } from '#core/rules/catalog.ts'
import { type Actor, explanationFacts } from '#core/verify/explanation.ts'
import { Cause, causeMessages, Diagnosis, decisionTable, explanation } from '#core/verify/verdict.ts'
import { scenarioAccounts } from '#simulation/aws/accounts.ts'
import { explainedMessages } from '#wizard/explained/explained-messages.ts'

const chapters: readonly (readonly [RuleKind, string, string])[] = [
  ['trust', 'Trust policy', 'Who can assume the account access role, and on which condition.'],
  ['permissions', 'Permissions policy', 'What the vendor can do with the account access role.'],
  ['hosting', 'Policy of the application role', "On the vendor's side: which roles the application can assume."],
  ['template', 'CloudFormation template and link', 'The template that creates the role, and the quick-create link to it.'],
  ['syntax', 'Text', 'Any policy must be valid JSON, and a policy.'],
]

const rulesIntroduction = `# Rules

The linter checks policies with these rules. IDs are permanent. Severity \`error\` means that AWS rejects the document, or that it can never work. Critical, high, medium,
warning, and info are about security. In addition to rules that match a pattern, the linter evaluates the trust policy: with the right external ID,
with none, with a random one, with near matches, and from another account. It doesn't report what is harmless in its context.

\`npm run rules\` generates this page from the catalog in \`src/core/rules\`.
`

const source = (text: string): string => {
  if (text === 'own') return 'follows from how AWS evaluates policies'
  return text.startsWith('https://') ? `<${text}>` : text
}

/** Escapes what Markdown would interpret. */
const escaped = (text: string): string => text.replace(/[*_<>|[\]`\\]/g, '\\$&')

/** Backticks enclose code, in which nothing is interpreted. */
const plain = (text: string): string =>
  text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : part))
    .join('')

function section({ id, severity, source: from, messages }: CatalogRule): string {
  const { title, what, why, todo } = messages.in('en')
  return [
    `### ${id}`,
    '',
    `**${plain(title)}** · ${severity}`,
    '',
    `- Looks for: ${plain(what)}`,
    `- Why: ${plain(why)}`,
    `- How to fix it: ${plain(todo)}`,
    `- Source: ${source(from)}`,
    '',
  ].join('\n')
}

/** `docs/rules.md`: a heading for each rule, which messages link to. */
export function rulesDocument(): string {
  const parts = chapters.map(([kind, title, words]) => {
    const rules = ruleCatalog.filter((rule) => rule.kind === kind)
    return [`## ${title}`, '', words, '', ...rules.map(section)].join('\n')
  })
  return [rulesIntroduction, ...parts].join('\n')
}

const facts = explanationFacts(planOf())

const diagnosesIntroduction = `# Diagnoses

What verification finds, the possible causes, and what the denial doctor finds in a pasted role. Codes are permanent. The texts are those that
a customer of the demo vendor ${vendor.name} with account ${facts.account} sees. To see a diagnosis, use its
[scenario account](simulator.md#scenario-accounts) in the simulator.

\`npm run diagnoses\` generates this page from \`src/core/verify\`, \`src/core/pasted\`, and \`src/simulation\`.
`

const actors: Readonly<Record<Actor, string>> = {
  customer: 'the customer',
  vendor: 'the vendor',
  nobody: 'no one; it resolves automatically',
}

/** Diagnoses that no scenario account ends in. */
const onTheWay: Partial<Readonly<Record<Diagnosis, string>>> = {
  propagating: 'every account, until its role is available',
  'not-launched': 'every account, until you start to create the role',
  'confirming-fix': 'every insecure role, after it was fixed',
}

function shownBy(diagnosis: Diagnosis): string {
  const accounts = scenarioAccounts.filter(({ expects }) => expects === diagnosis)
  return onTheWay[diagnosis] ?? accounts.map(({ accountId, messages }) => `\`${accountId}\` ${escaped(messages.in('en').title)}`).join('; ')
}

function diagnosisSection(diagnosis: Diagnosis): string {
  const { title, actor, happened, why, todo } = explanation(diagnosis, facts)
  const kinds = new Set(decisionTable.filter(({ code }) => code === diagnosis).map(({ kind }) => `\`${kind}\``))
  return [
    `### ${diagnosis}`,
    '',
    `**${escaped(title)}** · ${[...kinds].join(', ')}`,
    '',
    `- What happened: ${escaped(happened)}`,
    `- Why: ${escaped(why)}`,
    '- How to fix it:',
    ...todo.map((step, at) => `  ${at + 1}. ${escaped(step)}`),
    `- Who acts: ${actors[actor]}`,
    `- Shown by: ${shownBy(diagnosis)}`,
    '',
  ].join('\n')
}

function causeSection(cause: Cause): string {
  const { title, check } = causeMessages.in('en')[cause]
  return [`### cause ${cause}`, '', `**${escaped(title)}**`, '', escaped(check(facts)), ''].join('\n')
}

function findingSection({ id, title, part, source }: PastedRule): string {
  return [`### doctor ${id}`, '', `**${escaped(title('en'))}** · ${explainedMessages.in('en').parts[part]}`, '', `<${source}>`, ''].join(
    '\n',
  )
}

/** `docs/diagnoses.md`: a heading for each diagnosis, cause, and finding of the doctor. */
export function diagnosesDocument(): string {
  return [
    diagnosesIntroduction,
    '## Diagnoses of a verification\n',
    ...Diagnosis.options.map(diagnosisSection),
    '## Possible causes\n',
    'AWS rarely says which one applies. A verdict lists the causes that match its evidence, most likely first.\n',
    ...Cause.options.map(causeSection),
    '## Findings of the denial doctor\n',
    'For a pasted role, policy, stack event, or error message, in addition to the [rules](rules.md) for trust policies. The doctor names what must be fixed first, and then the others.\n',
    ...doctorRules.map(findingSection),
    '## Former IDs\n',
    'Links with these IDs open the rule that replaces them.\n',
    '| Former ID | Rule |\n| --- | --- |',
    ...Object.entries(formerRuleIds).map(
      ([former, id]) => `| <a id="doctor-${former}"></a>\`${former}\` | [${id}](rules.md#${id.toLowerCase()}) |`,
    ),
    '',
  ].join('\n')
}

/** `docs/simulator.md` with the table of its scenario accounts as it is now. The rest of the page is written by hand. */
export function simulatorDocument(page: string): string {
  const rows = scenarioAccounts.map(({ accountId, messages, expects }) => {
    const { title, story } = messages.in('en')
    return `| \`${accountId}\` | ${title} | ${story} | \`${expects}\` |\n`
  })
  return page.replace(/(?:^\| `4\d{11}` .*\n)+/m, () => rows.join(''))
}

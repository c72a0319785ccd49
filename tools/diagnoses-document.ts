import { connectionTerms } from '#core/connection/connection.ts'
import { rolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import type { Ailment } from '#core/pasted/pasted-rule.ts'
import { ailments } from '#core/pasted/pasted-rules.ts'
import { causeWords } from '#core/verify/cause-words.ts'
import { diagnosisRules } from '#core/verify/diagnose.ts'
import { type Actor, explanationFacts } from '#core/verify/explanation.ts'
import { explanation } from '#core/verify/explanations.ts'
import { Cause, Diagnosis } from '#core/verify/verdict.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { scenarioAccounts } from '#simulation/aws/accounts.ts'
import { scenarioWords } from '#simulation/demo/scenario-words.ts'
import { explainedWords } from '#wizard/words/explained.ts'

const vendor = Vendor.parse(demoVendor)
const example = connectionTerms(vendor).parse({
  accountId: '444455556666',
  region: 'us-east-1',
  externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
  permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
})
const facts = explanationFacts(rolePlan(example, vendor))

const introduction = `# Diagnoses

What a verification finds, what may be behind it, and what the denial doctor names when a role is pasted. Codes are permanent. The texts are shown
as customers of the demo vendor ${vendor.name} with account ${facts.account} read them. Each diagnosis can be seen in a
[scenario account](simulator.md#scenario-accounts) of the simulator.

This page is written by \`npm run diagnoses\` from \`src/core/verify\`, \`src/core/pasted\` and \`src/simulation\`.
`

const actors: Readonly<Record<Actor, string>> = { customer: 'the customer', vendor: 'the vendor', nobody: 'nobody; it passes by itself' }

/** Text that Markdown takes for nothing else. */
const plain = (text: string): string => text.replace(/[*_<>|[\]`\\]/g, '\\$&')

/** What no account ends in. */
const onTheWay: Partial<Readonly<Record<Diagnosis, string>>> = {
  propagating: 'every account, until its role is known',
  'confirming-fix': 'every unsafe account, after it was corrected',
}

function shownBy(diagnosis: Diagnosis): string {
  const accounts = scenarioAccounts.filter(({ expects }) => expects === diagnosis)
  return (
    onTheWay[diagnosis] ?? accounts.map(({ accountId, id }) => `\`${accountId}\` ${plain(scenarioWords.scenarios[id].title)}`).join('; ')
  )
}

function diagnosisSection(diagnosis: Diagnosis): string {
  const { title, actor, happened, why, todo } = explanation(diagnosis, facts)
  const kinds = new Set(diagnosisRules.filter((rule) => rule.diagnosis === diagnosis).map(({ kind }) => `\`${kind}\``))
  return [
    `### ${diagnosis}`,
    '',
    `**${plain(title)}** · ${[...kinds].join(', ')}`,
    '',
    `- What happened: ${plain(happened)}`,
    `- Why: ${plain(why)}`,
    '- What to do:',
    ...todo.map((step, at) => `  ${at + 1}. ${plain(step)}`),
    `- Who acts: ${actors[actor]}`,
    `- Shown by: ${shownBy(diagnosis)}`,
    '',
  ].join('\n')
}

function causeSection(cause: Cause): string {
  const { title, check } = causeWords[cause]
  return [`### cause ${cause}`, '', `**${plain(title)}**`, '', plain(check(facts)), ''].join('\n')
}

function ailmentSection({ id, title, part, source }: Ailment): string {
  return [`### doctor ${id}`, '', `**${plain(title)}** · ${explainedWords.parts[part]}`, '', `<${source}>`, ''].join('\n')
}

/** `docs/diagnoses.md`: a heading for each diagnosis, cause and ailment. */
export function diagnosesDocument(): string {
  return [
    introduction,
    '## What a verification finds\n',
    ...Diagnosis.options.map(diagnosisSection),
    '## What may be behind it\n',
    'AWS rarely says which. A verdict lists the causes that fit its evidence, the most probable first.\n',
    ...Cause.options.map(causeSection),
    '## What the denial doctor names\n',
    'When a role, a policy, the events of a stack or an error text is pasted. The first of this list that applies is named, the others after it.\n',
    ...ailments.map(ailmentSection),
  ].join('\n')
}

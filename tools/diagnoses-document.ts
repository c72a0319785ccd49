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
import { scenarioMessages } from '#simulation/demo/scenario-messages.ts'
import { explainedMessages } from '#wizard/explained/explained-messages.ts'

const vendor = Vendor.parse(demoVendor)
const example = connectionTerms(vendor).parse({
  accountId: '444455556666',
  region: 'us-east-1',
  externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
  permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
})
const facts = explanationFacts(rolePlan(example, vendor))

const introduction = `# Diagnoses

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

/** Escapes what Markdown would interpret. */
const plain = (text: string): string => text.replace(/[*_<>|[\]`\\]/g, '\\$&')

/** Diagnoses that no scenario account ends in. */
const onTheWay: Partial<Readonly<Record<Diagnosis, string>>> = {
  propagating: 'every account, until its role is available',
  'confirming-fix': 'every insecure role, after it was fixed',
}

function shownBy(diagnosis: Diagnosis): string {
  const accounts = scenarioAccounts.filter(({ expects }) => expects === diagnosis)
  return (
    onTheWay[diagnosis] ??
    accounts.map(({ accountId, id }) => `\`${accountId}\` ${plain(scenarioMessages.in('en').scenarios[id].title)}`).join('; ')
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
    '- How to fix it:',
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
  return [`### doctor ${id}`, '', `**${plain(title)}** · ${explainedMessages.in('en').parts[part]}`, '', `<${source}>`, ''].join('\n')
}

/** `docs/diagnoses.md`: a heading for each diagnosis, cause and ailment. */
export function diagnosesDocument(): string {
  return [
    introduction,
    '## Diagnoses of a verification\n',
    ...Diagnosis.options.map(diagnosisSection),
    '## Possible causes\n',
    'AWS rarely says which one applies. A verdict lists the causes that match its evidence, most likely first.\n',
    ...Cause.options.map(causeSection),
    '## Findings of the denial doctor\n',
    'For a pasted role, policy, stack event, or error message. The doctor names the first one of this list that applies, and then the others.\n',
    ...ailments.map(ailmentSection),
  ].join('\n')
}

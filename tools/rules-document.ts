import { type CataloguedRule, ruleCatalogue } from '#core/rules/catalogue.ts'
import type { RuleKind } from '#core/rules/rule.ts'

const chapters: readonly (readonly [RuleKind, string, string])[] = [
  ['trust', 'Trust policy', 'Of the account access role: who may assume it, under which condition.'],
  ['permissions', 'Permissions policy', 'Of the account access role: what the vendor may do.'],
  ['hosting', 'Policy of the application role', "On the vendor's side: which roles the application may assume."],
  ['template', 'CloudFormation template and link', 'Of the template that creates the role, and of the quick-create link to it.'],
  ['syntax', 'Text', 'Of any policy: that it is JSON, and a policy.'],
]

const introduction = `# Rules

What the linter says about a policy. Ids are permanent. Severity \`error\`: AWS refuses the document, or it can never work. Critical, high, medium,
warning and info are about security. Beside the rules that know a mistake by its look, the trust policy is evaluated: with the right external ID,
with none, with a random one, with ones that are almost right, and from another account. What is harmless in its context is not told.

This page is written by \`npm run rules\` from the catalog in \`src/core/rules\`.
`

const source = (text: string): string => {
  if (text === 'own') return 'follows from how AWS evaluates policies'
  return text.startsWith('https://') ? `<${text}>` : text
}

const escaped = (text: string): string => text.replace(/[*_<>|[\]`\\]/g, '\\$&')

/** Text that Markdown takes for nothing else; what stands in backticks is code already. */
const plain = (text: string): string =>
  text
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 0 ? escaped(part) : part))
    .join('')

function section({ id, severity, title, what, why, todo, source: from }: CataloguedRule): string {
  return [
    `### ${id}`,
    '',
    `**${plain(title)}** · ${severity}`,
    '',
    `- Looks for: ${plain(what)}`,
    `- Why: ${plain(why)}`,
    `- What to do: ${plain(todo)}`,
    `- Source: ${source(from)}`,
    '',
  ].join('\n')
}

/** `docs/rules.md`: a heading for each rule, which messages link to. */
export function rulesDocument(): string {
  const parts = chapters.map(([kind, title, words]) => {
    const rules = ruleCatalogue.filter((rule) => rule.kind === kind)
    return [`## ${title}`, '', words, '', ...rules.map(section)].join('\n')
  })
  return [introduction, ...parts].join('\n')
}

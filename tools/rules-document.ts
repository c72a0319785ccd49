import { type CataloguedRule, ruleCatalogue } from '#core/rules/catalogue.ts'
import type { RuleKind } from '#core/rules/rule.ts'

const chapters: readonly (readonly [RuleKind, string, string])[] = [
  ['trust', 'Trust policy', 'Who can assume the account access role, and on which condition.'],
  ['permissions', 'Permissions policy', 'What the vendor can do with the account access role.'],
  ['hosting', 'Policy of the application role', "On the vendor's side: which roles the application can assume."],
  ['template', 'CloudFormation template and link', 'The template that creates the role, and the quick-create link to it.'],
  ['syntax', 'Text', 'Any policy must be valid JSON, and a policy.'],
]

const introduction = `# Rules

The linter checks policies with these rules. IDs are permanent. Severity \`error\` means that AWS rejects the document, or that it can never work. Critical, high, medium,
warning, and info are about security. In addition to rules that match a pattern, the linter evaluates the trust policy: with the right external ID,
with none, with a random one, with near matches, and from another account. It doesn't report what is harmless in its context.

\`npm run rules\` generates this page from the catalog in \`src/core/rules\`.
`

const source = (text: string): string => {
  if (text === 'own') return 'follows from how AWS evaluates policies'
  return text.startsWith('https://') ? `<${text}>` : text
}

const escaped = (text: string): string => text.replace(/[*_<>|[\]`\\]/g, '\\$&')

/** Escapes what Markdown would interpret, except in backticks, which are code already. */
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
    `- How to fix it: ${plain(todo)}`,
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

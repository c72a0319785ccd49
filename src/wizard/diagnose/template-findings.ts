import type { Finding } from '#core/policy/form/finding.ts'
import { lintQuickCreateLink, lintTemplate } from '#core/rules/template/lint-template.ts'
import type { ReadYaml } from '#core/rules/template/template-view.ts'
import { findingsLanguage } from '#wizard/words/findings.ts'
import { readYamlTemplate } from './yaml-node.ts'

/** For the doctor, which reads a template without short forms by itself. */
export const readYaml: ReadYaml = readYamlTemplate

/** What the linter finds in a pasted CloudFormation template, or in a quick-create link; nothing in any other text. */
export function templateFindings(text: string): readonly Finding[] {
  return [...lintTemplate(text, { readYaml }, findingsLanguage()), ...lintQuickCreateLink(text, findingsLanguage())]
}

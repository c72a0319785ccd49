import { needsYaml } from '#core/doctor/template-roles.ts'
import { seemsLink } from '#core/lint/template/link-view.ts'
import { seemsTemplate } from '#core/lint/template/template-view.ts'
import { lazyModule } from '#ui/lazy-module.ts'
import { withWords } from '#words/language.ts'

/** It brings a reader of YAML, which nobody needs who pastes no template. */
export const templateModule = lazyModule(() => withWords(import('./template-findings.ts')))

export const isTemplate = (text: string): boolean => seemsTemplate(text) || seemsLink(text)

export function prepareTemplateModule(text: string): void {
  if (isTemplate(text) || needsYaml(text)) void templateModule.request()
}

import { needsYaml } from '#core/pasted/template-roles.ts'
import { seemsLink } from '#core/rules/template/link-view.ts'
import { seemsTemplate } from '#core/rules/template/template-view.ts'
import { withMessages } from '#i18n/language.ts'
import { lazyModule } from '#ui/browser/lazy-module.ts'

/** It brings a reader of YAML, which nobody needs who pastes no template. */
export const templateModule = lazyModule(() => withMessages(import('./template-findings.ts')))

export const isTemplate = (text: string): boolean => seemsTemplate(text) || seemsLink(text)

export function prepareTemplateModule(text: string): void {
  if (isTemplate(text) || needsYaml(text)) void templateModule.request()
}

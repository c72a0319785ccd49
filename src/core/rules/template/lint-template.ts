import type { Finding } from '#core/policy/form/finding.ts'
import { sourceMap } from '#core/policy/json/source-map.ts'
import { linkView } from './link-view.ts'
import { changed, type TemplateRule } from './template-rule.ts'
import { linkRules, templateRules } from './template-rules.ts'
import { type ReadYaml, templateView } from './template-view.ts'

type Context = { readonly readYaml?: ReadYaml | undefined }

function found<Subject>(
  rules: readonly TemplateRule<Subject>[],
  subject: Subject,
  { text, language }: { text: string; language: string },
): Finding[] {
  const map = sourceMap(text)
  return rules.flatMap(({ id, severity, messages, check }) =>
    check(subject).map(({ message, place, fix }) => ({
      rule: id,
      severity,
      message: message(language),
      why: messages.in(language).why,
      path: [],
      range: map.range(place),
      ...(fix === undefined || fix.length === 0 ? {} : { fix: changed(text, fix) }),
    })),
  )
}

/**
 * What is wrong with a CloudFormation template of an account access role, in JSON, or in YAML where there is somebody who
 * reads it. A text that is no template has no findings. Never throws, whatever the text is.
 */
export function lintTemplate(text: string, { readYaml }: Context = {}, language = 'en'): Finding[] {
  const view = templateView(text, readYaml)
  return view === null ? [] : found(templateRules, view, { text, language })
}

/** What is wrong with a quick-create link. A text that is none has no findings. Never throws, whatever the text is. */
export function lintQuickCreateLink(text: string, language = 'en'): Finding[] {
  const view = linkView(text)
  return view === null ? [] : found(linkRules, view, { text, language })
}

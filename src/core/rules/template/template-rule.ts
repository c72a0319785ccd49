import type { RuleFacts } from '#core/policy/form/rule.ts'
import type { TextPlace } from '#core/policy/json/json-node.ts'
import type { Text } from '#core/text/text.ts'
import type { TemplateView } from './template-view.ts'

/** A stretch of the text and what should stand there instead: the comments of a template outlive its correction. */
export type TextChange = TextPlace & { readonly text: string }

type TemplateMatch = { readonly message: Text; readonly place: TextPlace; readonly fix?: readonly TextChange[] }

export type TemplateRule<Subject = TemplateView> = RuleFacts & { readonly check: (subject: Subject) => readonly TemplateMatch[] }

/** Changes that do not overlap, made from the last to the first. */
export function changed(text: string, changes: readonly TextChange[]): string {
  return changes
    .toSorted((one, other) => other.start - one.start)
    .reduce((whole, { start, end, text: put }) => whole.slice(0, start) + put + whole.slice(end), text)
}

import type { JsonFaultId } from '#core/policy/json/json-node.ts'
import { messages } from '#core/text/messages.ts'
import type { RuleFacts, RuleTexts } from './rule.ts'

/** The reader reports syntax errors; these two rules are about the content of the JSON. */
type SyntaxRuleId = JsonFaultId | 'JSON17' | 'JSON18' | 'JSON19'

const rfc = 'https://www.rfc-editor.org/rfc/rfc8259'
const grammar = 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html'

const notJson = 'AWS rejects text that isn’t JSON.'

export const syntaxMessages = messages('syntax', {
  JSON01: {
    title: 'Not JSON',
    what: 'The text is something else: YAML, HTML, a Terraform file, a command, URL-encoded text, an ARN, or nothing.',
    why: notJson,
    todo: 'Paste the policy itself: the text that starts with { and ends with }.',
  },
  JSON02: { title: 'Extra comma', what: 'A comma with nothing after it, or two in a row.', why: notJson, todo: 'Remove it.' },
  JSON03: {
    title: 'Wrong quotes',
    what: 'A string in single, curly, or angle quotes, or in backticks.',
    why: notJson,
    todo: 'Use straight double quotes. Word processors and chat apps change them, so copy from a text editor.',
  },
  JSON04: { title: 'Comment', what: '//, /* */ or #.', why: notJson, todo: 'Remove it. A statement can say what it is for in its Sid.' },
  JSON05: { title: 'Comma missing', what: 'Two items that no comma separates.', why: notJson, todo: 'Put a comma between them.' },
  JSON06: { title: 'Colon missing', what: 'A name without a colon behind it.', why: notJson, todo: 'Write "name": value.' },
  JSON07: {
    title: 'Brackets don’t match',
    what: 'A bracket that is closed by a different kind, or that closes nothing.',
    why: notJson,
    todo: 'Close the innermost bracket first.',
  },
  JSON08: {
    title: 'Unfinished',
    what: 'The text ends before the policy is complete.',
    why: notJson,
    todo: 'Copy the whole policy, including the last bracket.',
  },
  JSON09: {
    title: 'Quotes missing',
    what: 'A name or a text without quotes, or a constant in the spelling of another language.',
    why: notJson,
    todo: 'Put it in double quotes.',
  },
  JSON10: {
    title: 'Text not closed',
    what: 'A text whose closing quote isn’t on the same line.',
    why: notJson,
    todo: 'Close the text on the line where it starts.',
  },
  JSON11: {
    title: 'Character that JSON doesn’t allow',
    what: 'An unknown escape, or a control character in a text.',
    why: notJson,
    todo: 'Remove it, or escape it.',
  },
  JSON12: {
    title: 'The same name twice',
    what: 'Two members of one object with exactly the same name.',
    why: 'JSON parsers keep the last one. The other value is lost, for example a condition.',
    todo: 'Join them into one, or remove one.',
  },
  JSON13: {
    title: 'Text after the policy',
    what: 'Text after the last bracket, for example a second policy.',
    why: notJson,
    todo: 'Paste only one policy.',
  },
  JSON14: {
    title: 'Nested too deeply',
    what: 'More than 100 levels of brackets.',
    why: notJson,
    todo: 'Paste a policy. It has at most six levels.',
  },
  JSON15: {
    title: 'Value missing',
    what: 'A name with nothing after its colon.',
    why: notJson,
    todo: 'Write the value, or remove the name.',
  },
  JSON16: { title: 'Unreadable', what: 'Characters that mean nothing in JSON.', why: notJson, todo: 'Remove them.' },
  JSON17: {
    title: 'The policy is inside something else',
    what: 'The output of a command, or the policy as one quoted text.',
    why: 'AWS accepts only the policy.',
    todo: 'Paste only the policy inside it.',
  },
  JSON18: {
    title: 'Not a policy',
    what: 'JSON without statements, or with elements that policies can’t have.',
    why: 'AWS rejects a document with a missing or an unknown element.',
    todo: 'Write { "Version": "2012-10-17", "Statement": [ … ] }. Element names are case-sensitive.',
  },
  JSON19: {
    title: 'A value of the wrong kind',
    what: 'A number, list, or object where a policy needs text, or the reverse.',
    why: 'AWS rejects the document.',
    todo: 'Write the value in the required form. Account IDs, for example, need quotes.',
  },
} satisfies Readonly<Record<SyntaxRuleId, RuleTexts>>)

const sources: Partial<Readonly<Record<SyntaxRuleId, string>>> = {
  JSON17: 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetRole.html',
  JSON18: grammar,
  JSON19: grammar,
}

const syntaxRule = (id: SyntaxRuleId): RuleFacts => ({
  id,
  severity: 'error',
  source: sources[id] ?? rfc,
  messages: { in: (language) => syntaxMessages.in(language)[id] },
})

/** Everything that can be wrong with the text before it is a policy. */
export const syntaxRules: readonly RuleFacts[] = [
  syntaxRule('JSON01'),
  syntaxRule('JSON02'),
  syntaxRule('JSON03'),
  syntaxRule('JSON04'),
  syntaxRule('JSON05'),
  syntaxRule('JSON06'),
  syntaxRule('JSON07'),
  syntaxRule('JSON08'),
  syntaxRule('JSON09'),
  syntaxRule('JSON10'),
  syntaxRule('JSON11'),
  syntaxRule('JSON12'),
  syntaxRule('JSON13'),
  syntaxRule('JSON14'),
  syntaxRule('JSON15'),
  syntaxRule('JSON16'),
  syntaxRule('JSON17'),
  syntaxRule('JSON18'),
  syntaxRule('JSON19'),
]

import { messages, type Text } from '#core/text/messages.ts'

export const foreignTextMessages = messages('foreign-text', {
  empty: 'Nothing is here yet. Paste the policy.',
  urlEncoded: 'This is URL-encoded, as the IAM API returns policies. Decode it.',
  fenced: `The lines with \`\`\` come from the chat or document that this was copied from. Remove them.`,
  markup: 'This is HTML or XML, perhaps copied from the source of a page. Paste the policy that the page shows.',
  arn: 'This is an ARN. Paste the policy of the role, the text in curly brackets.',
  accountId: 'This is an account number. Paste the policy of the role, the text in curly brackets.',
  terraform: 'This is Terraform. Paste the policy as JSON: the console shows it, and so does "terraform show -json".',
  command: 'This is a command. Paste what it prints.',
  error: 'This is an error message. Paste the policy.',
  part: 'This is part of a policy. The opening { is missing.',
  yaml: 'This looks like YAML. IAM accepts JSON. Only CloudFormation templates hold policies as YAML.',
  htmlEscaped: 'This is HTML-escaped: &quot; stands for a quote.',
  backslashes: 'Every quote has a backslash before it, as in a log or source code. Remove the backslashes.',
  noPolicy: 'This isn’t a policy. A policy starts with {.',
})

type ForeignText = { readonly pattern: RegExp; readonly message: Text; readonly inside?: (text: string) => string | null }

/** What `%7B…` stands for; null when it stands for nothing. */
export function urlDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text.trim().replaceAll('+', '%20'))
  } catch {
    return null
  }
}

/** Between the lines that fence code in chats and documents. */
const fenced = (text: string): string | null => /```[a-z]*\s*([[{][^`]*)```/.exec(text)?.[1] ?? null

/** The first that fits tells what the text seems to be. */
const foreignTexts: readonly ForeignText[] = [
  { pattern: /^$/, message: (language) => foreignTextMessages.in(language).empty },
  { pattern: /^%7B/i, message: (language) => foreignTextMessages.in(language).urlEncoded, inside: urlDecoded },
  {
    pattern: /^```/,
    message: (language) => foreignTextMessages.in(language).fenced,
    inside: fenced,
  },
  { pattern: /^</, message: (language) => foreignTextMessages.in(language).markup },
  { pattern: /^arn:[\w-]+:/, message: (language) => foreignTextMessages.in(language).arn },
  { pattern: /^\d{12}$/, message: (language) => foreignTextMessages.in(language).accountId },
  {
    pattern: /^(data|resource|module|locals|terraform)\s*["{]|jsonencode\s*\(|^<<-?\w+/,
    message: (language) => foreignTextMessages.in(language).terraform,
  },
  { pattern: /^(\$\s*)?aws\s+\w/, message: (language) => foreignTextMessages.in(language).command },
  { pattern: /^An error occurred|AccessDenied|MalformedPolicyDocument/, message: (language) => foreignTextMessages.in(language).error },
  {
    pattern: /^"[A-Z]\w*"\s*:/,
    message: (language) => foreignTextMessages.in(language).part,
    inside: (text) => `{${text}`,
  },
  {
    pattern: /^(---|- |["']?[A-Za-z_]\w*["']?\s*:(\s|$))/,
    message: (language) => foreignTextMessages.in(language).yaml,
  },
]

/** JSON that went through something which wrote its quotes in another way. */
const escapedTexts: readonly ForeignText[] = [
  {
    pattern: /^[{[]\s*&(quot|#34|#x22);/i,
    message: (language) => foreignTextMessages.in(language).htmlEscaped,
    inside: (text) => text.replace(/&(quot|#34|#x22);/gi, '"').replaceAll('&amp;', '&'),
  },
  {
    pattern: /^[{[](\s|\\+[nrt])*\\+"/,
    message: (language) => foreignTextMessages.in(language).backslashes,
    inside: (text) => text.replace(/\\+[nrt]/g, ' ').replace(/\\+"/g, '"'),
  },
]

const startsAsJson = (start: string): boolean =>
  /^(\/[/*]|[{["'\u2018\u201c`](?!``))/.test(start) && !/^["']?[A-Za-z_]\w*["']?\s*:/.test(start)

/** Null for a text that begins like JSON. */
export function foreignText(text: string): { readonly message: Text; readonly inside: string | null } | null {
  const start = text.replace(/^[\s\u200b-\u200f\u2060\ufeff]+/, '').trimEnd()
  const candidates = startsAsJson(start) ? escapedTexts : foreignTexts
  const found = candidates.find(({ pattern }) => pattern.test(start))
  if (found !== undefined) return { message: found.message, inside: found.inside?.(start) ?? null }
  return startsAsJson(start) ? null : { message: (language) => foreignTextMessages.in(language).noPolicy, inside: null }
}

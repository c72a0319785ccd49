type ForeignText = { readonly pattern: RegExp; readonly message: string; readonly inside?: (text: string) => string | null }

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
  { pattern: /^$/, message: 'Nothing is here yet. Paste the policy.' },
  { pattern: /^%7B/i, message: 'This is URL-encoded, as the IAM API returns policies. Decode it.', inside: urlDecoded },
  { pattern: /^```/, message: 'The lines with ``` belong to the chat or document that this was copied from. Remove them.', inside: fenced },
  { pattern: /^</, message: 'This is HTML or XML, perhaps copied from the source of a page. Paste the policy that the page shows.' },
  { pattern: /^arn:[\w-]+:/, message: 'This is an ARN. Paste the policy of the role, the text in curly brackets.' },
  { pattern: /^\d{12}$/, message: 'This is an account number. Paste the policy of the role, the text in curly brackets.' },
  {
    pattern: /^(data|resource|module|locals|terraform)\s*["{]|jsonencode\s*\(|^<<-?\w+/,
    message: 'This is Terraform. Paste the policy as JSON: the console shows it, and so does "terraform show -json".',
  },
  { pattern: /^(\$\s*)?aws\s+\w/, message: 'This is a command. Paste what it prints.' },
  { pattern: /^An error occurred|AccessDenied|MalformedPolicyDocument/, message: 'This is an error message. Paste the policy.' },
  {
    pattern: /^(---|- |["']?[A-Za-z_]\w*["']?\s*:(\s|$))/,
    message: 'This looks like YAML. IAM takes JSON; only CloudFormation templates hold policies as YAML.',
  },
]

/** Null for a text that begins like JSON. */
export function foreignText(text: string): { readonly message: string; readonly inside: string | null } | null {
  const start = text.replace(/^[\s\u200b-\u200f\u2060\ufeff]+/, '').trimEnd()
  if (/^(\/[/*]|[{["'\u2018\u201c`](?!``))/.test(start) && !/^["']?[A-Za-z_]\w*["']?\s*:/.test(start)) return null
  const found = foreignTexts.find(({ pattern }) => pattern.test(start))
  if (found === undefined) return { message: 'This is no policy: a policy begins with {.', inside: null }
  return { message: found.message, inside: found.inside?.(start) ?? null }
}

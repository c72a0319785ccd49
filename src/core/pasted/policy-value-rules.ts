import { messages } from '#core/text/messages.ts'
import type { PastedRole } from './pasted-role.ts'
import { familyRule, type PastedRule, pages } from './pasted-rule.ts'
import { withQuote } from './quoted-reason.ts'

type Quoted = { readonly quoted: string }

export const policyValueMessages = messages('policy-value-rules', {
  'policy-not-string': {
    title: 'A policy was given as an object',
    sentence: ({ quoted }: Quoted) => `The call wasn’t sent to AWS, because ${quoted} is an object and must be a string of JSON.`,
    detail:
      'In Python, use json.dumps. In a file for --cli-input-json, write the policy as one string with escaped quotation marks, or pass it with --assume-role-policy-document file:// instead. This says nothing about what the policy contains.',
  },
  'policy-quotes-lost': {
    title: 'The shell removed the quotation marks from the JSON',
    sentence: 'The shell removed the quotation marks from the JSON in the command, so it wasn’t valid JSON anymore.',
    detail:
      'Windows PowerShell and the Windows command prompt do that. Save the JSON to a file, and give the option file:// and the name of the file instead, for example file://trust.json.',
  },
  'policy-file-encoding': {
    title: 'The policy file has the wrong encoding',
    sentence: 'The AWS CLI can’t decode the policy file, so it sent nothing to AWS.',
    detail:
      'The file must be UTF-8. Windows PowerShell writes UTF-16 with > and Out-File. Save the file again with the encoding UTF-8, for example with Set-Content -Encoding ascii.',
  },
  'policy-size': {
    title: 'The permissions policy is too long',
    sentence: ({ quoted }: Quoted) =>
      quoted === '6144'
        ? 'IAM rejected a managed policy because it’s longer than the 6,144 characters that IAM allows.'
        : 'IAM rejected an inline policy because all inline policies together are longer than IAM allows.',
    detail: ({ quoted }: Quoted) =>
      quoted === '6144'
        ? 'This quota can’t be raised. Split the policy, or use fewer or shorter statements. If a version before exists, it’s still in force. The trust policy isn’t the cause.'
        : 'The inline policies of a role count together, and this quota can’t be raised. Use fewer or shorter statements, or move some to a managed policy. The trust policy isn’t the cause.',
  },
})

type Said = Pick<PastedRule, 'part' | 'source'> & {
  readonly id: 'policy-file-encoding' | 'policy-size'
  /** Its group is what the text quotes. */
  readonly pattern: RegExp
}

const rejections: readonly Said[] = [
  {
    id: 'policy-file-encoding',
    part: 'finding',
    source: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-file.html',
    pattern: /could not be decoded|codec can't decode/i,
  },
  {
    id: 'policy-size',
    part: 'permissions-policy',
    source: pages.quotas,
    pattern: /quota for PolicySize: ?(\d+)|Maximum policy size of (?<!\d)\d+ bytes exceeded/i,
  },
]

function ofRejection({ pattern, ...rule }: Said): PastedRule {
  const saidIn = ({ reasons }: PastedRole): string | undefined => reasons.find((reason) => pattern.test(reason))
  const plain = familyRule(policyValueMessages.in, {
    ...rule,
    facts: (pastedRole) => {
      const said = saidIn(pastedRole)
      return said === undefined ? null : { quoted: pattern.exec(said)?.[1] ?? '' }
    },
  })
  return {
    ...plain,
    found: (pastedRole) => {
      const [found, said] = [plain.found(pastedRole), saidIn(pastedRole)]
      return found === null || said === undefined ? null : { sentence: found.sentence, detail: withQuote(found.detail, said) }
    },
  }
}

const notString = familyRule(policyValueMessages.in, {
  id: 'policy-not-string',
  part: 'finding',
  source: pages.createRole,
  facts: ({ errors }) => {
    const [, quoted] =
      errors.map(({ message }) => /Invalid type for parameter (\w*Policy\w*), value: /.exec(message)).find((found) => found !== null) ?? []
    return quoted === undefined ? null : { quoted }
  },
})

const quotesLost = familyRule(policyValueMessages.in, {
  id: 'policy-quotes-lost',
  suppresses: ['policy-not-json', 'creation-policy-refused', 'terminal-wrong-command'],
  part: 'finding',
  source: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-parameters-quoting-strings.html',
  facts: ({ errors, command }) => (command?.fault === 'quoted-json' || errors.some(({ code }) => code === 'QuotesLost') ? {} : null),
})

/** Values for which IAM, or the AWS CLI before it, rejected a policy. */
export const policyValueRules: readonly PastedRule[] = [quotesLost, notString, ...rejections.map(ofRejection)]

import type { RulePart } from '#core/pasted/pasted-rule.ts'
import type { RuleKind } from '#core/policy/form/rule.ts'
import { messages } from '#core/text/messages.ts'

/** The page that explains a rule, a diagnosis, a cause or a finding by its code. */
export const explainedMessages = messages('explained', {
  title: 'Messages explained',
  lead: 'Linter rules, verification diagnoses, and denial doctor findings. Codes don’t change.',
  unknown: (code: string) => `No entry for ${code}. All entries:`,
  all: 'All entries',
  chapters: {
    diagnosis: 'Verification diagnoses',
    cause: 'Possible causes',
    doctor: 'Denial doctor findings',
    trust: 'Trust policy rules',
    permissions: 'Permissions policy rules',
    hosting: 'Application role policy rules',
    template: 'CloudFormation template and link rules',
    syntax: 'JSON and policy grammar rules',
  } satisfies Readonly<Record<RuleKind | 'diagnosis' | 'cause' | 'doctor', string>>,
  severity: 'Severity',
  searches: 'Looks for',
  happened: 'What happened',
  why: 'Why',
  todo: 'How to fix it',
  part: 'What to fix',
  source: 'Source',
  newTab: '(opens in a new tab)',
  ownSource: 'Follows from how AWS evaluates policies.',
  hosting: 'Check your application role policy',
  askDoctor: 'Paste the role, the policy, the stack events, or the error on the role page to see exact values and a corrected policy.',
  parts: {
    stack: 'Role creation',
    role: 'Role identity',
    'session-duration': 'Maximum session duration',
    boundary: 'Permissions boundary',
    'trust-policy': 'Trust policy',
    'permissions-policy': 'Permissions policy',
    'attached-policies': 'Managed policies',
    'further-policies': 'Managed policies that weren’t requested',
    organization: 'Organization or account',
    vendor: 'Vendor',
    caller: 'Program that made the call',
    finding: 'Usually nothing in the role',
    terminal: 'Terminal',
  } satisfies Readonly<Record<RulePart, string>>,
  examples: 'Account 4444 5555 6666 and the external ID are examples. The role page shows your own values.',
  general: {
    vendorAccount: 'the vendor account',
  },
})

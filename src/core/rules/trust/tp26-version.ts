import { messages } from '#core/text/messages.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp26Messages = messages('TP26', {
  title: 'Old version of the policy language',
  what: 'Version is missing or not 2012-10-17',
  why: 'Without "2012-10-17" AWS takes the version of 2008, in which policy variables are plain text.',
  todo: 'Write "Version": "2012-10-17" at the top.',
  missing: 'The version is missing. Write "Version": "2012-10-17".',
  old: 'Write "2012-10-17", the current version.',
})

export const tp26: TrustRule = {
  id: 'TP26',
  severity: 'warning',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  messages: tp26Messages,
  check: ({ version }) => {
    if (version === '2012-10-17') return []
    const message =
      version === null ? (language: string) => tp26Messages.in(language).missing : (language: string) => tp26Messages.in(language).old
    return [{ message, path: version === null ? [] : ['Version'], fix: [{ path: ['Version'], value: '2012-10-17' }] }]
  },
}

import { said } from '#core/rules/said.ts'
import type { TrustRule } from './trust-rule.ts'

export const tp26: TrustRule = {
  id: 'TP26',
  severity: 'warning',
  title: 'Old version of the policy language',
  what: 'Version is missing or not 2012-10-17',
  why: 'Without "2012-10-17" AWS takes the version of 2008, in which policy variables are plain text.',
  todo: 'Write "Version": "2012-10-17" at the top.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
  check: ({ version }) => {
    if (version === '2012-10-17') return []
    const message =
      version === null ? said`The version is missing. Write "Version": "2012-10-17".` : said`Write "2012-10-17", the current version.`
    return [{ message, path: version === null ? [] : ['Version'], fix: [{ path: ['Version'], value: '2012-10-17' }] }]
  },
}

import { messages } from '#core/text/messages.ts'
import { dangerSpots } from './danger.ts'
import { accountControl } from './operation-dangers.ts'
import type { PermissionsRule } from './permissions-rule.ts'

export const pp31Messages = messages('PP31', {
  title: 'The organization or its money',
  what: 'Actions that change the organization, the account, its payments or its AWS Marketplace subscriptions, on all resources.',
  why: 'They reach beyond the resources of this account: other accounts, contracts, invoices.',
  todo: 'Remove them. Reading actions such as `organizations:DescribeOrganization` are enough to look.',
  found: (words: string) => `${words} changes the organization, the account or what it pays for. Remove it.`,
})

export const pp31AccountControl: PermissionsRule = {
  id: 'PP31',
  severity: 'medium',
  source: 'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_best-practices_mgmt-acct.html',
  messages: pp31Messages,
  check: (subject) => dangerSpots(subject, accountControl, (words) => (language) => pp31Messages.in(language).found(words(language))),
}

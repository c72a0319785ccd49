import { commentText } from '#core/artifacts/source-text.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { ConnectionTerms } from '#core/connection/connection.ts'
import { readEditedPolicy } from '#core/connection/edited-policy.ts'
import type { HandoffDraft, HandoffPurpose } from '#core/connection/handoff.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor, Vendor } from '#core/connection/vendor.ts'
import { listOf, type PolicyDocument } from '#core/policy/document.ts'
import { spokenText } from '#i18n/spoken-text.ts'
import { policyInPlainWords } from '#wizard/app/policy-in-plain-words.ts'
import { sessionHours } from '#wizard/app/session-hours.ts'
import { companyPolicyWords } from '#wizard/words/company-policy.ts'
import { handoffWords } from '#wizard/words/handoff.ts'

const extraWords = handoffWords.beyond

const words = handoffWords.mail

export type Mail = { readonly subject: string; readonly body: string }

type MailOf = {
  readonly vendor: ServedVendor
  readonly purpose: HandoffPurpose
  /** Null before there is a connection. */
  readonly plan: RolePlan | null
  readonly draft: HandoffDraft | null
  readonly link: string
  /** As it is read. */
  readonly expires: string
  readonly note: string
}

/** What a draft asks for, as far as it was said. */
function asked({ permissionSets }: ServedVendor, draft: HandoffDraft): readonly string[] {
  return permissionSets
    .filter((set) => set.required || Object.hasOwn(draft.permissions, set.id))
    .map((set) => {
      const values = set.parameters.flatMap(({ id }) => listOf(draft.permissions[set.id]?.[id])).filter((value) => value !== '')
      const title = spokenText(set.title)
      return values.length === 0 ? title : `${title}: ${values.join(', ')}`
    })
}

/** Null where it is not known yet what the policy will be. */
function knownPolicy({ plan, draft }: MailOf): PolicyDocument | null {
  if (plan !== null) return plan.permissionsPolicy
  const reading = readEditedPolicy(draft?.permissionsPolicy ?? '')
  return reading.kind === 'policy' ? reading.policy : null
}

const listed = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [title, ...lines.map((line) => `- ${line}`)].join('\n')

function permissions(given: MailOf): string {
  const { vendor, draft } = given
  const policy = knownPolicy(given)
  if (policy !== null) return listed(words.may(vendor.name), policyInPlainWords(policy).can)
  return draft === null ? '' : listed(words.asks(vendor.name), asked(vendor, draft))
}

/** Says who does not know the page what it is, what to do there, and what it grants. */
export function handoffMail(given: MailOf): Mail {
  const { vendor, purpose, plan, draft, link, expires, note } = given
  const account = plan === null ? '' : accountIdInGroups(plan.accountId)
  const paragraphs = [
    words.hello,
    words.purpose[purpose](vendor.name, account),
    link,
    note,
    words.steps[purpose],
    permissions(given),
    listed(words.beyond, askedBeyond(plan?.terms ?? draft ?? {}, vendor)),
    words.safe,
    words.expires(expires),
    vendor.simulated ? words.simulated : '',
  ]
  return {
    subject: words.subject[purpose](vendor.name, account),
    body: paragraphs.filter((paragraph) => paragraph !== '').join('\n\n'),
  }
}

/** Lines end as RFC 6068 has it. https://www.rfc-editor.org/rfc/rfc6068#section-5 */
export function mailtoAddress({ subject, body }: Mail): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`
}

type Asked = Pick<HandoffDraft, 'role' | 'permissionsPolicy'> | Pick<ConnectionTerms, 'role' | 'permissionsPolicy'>

/** What is asked of the role beside what the vendor proposes, a sentence each, on one line each: valid or not, as it was typed. */
export function askedBeyond({ role = {}, permissionsPolicy }: Asked, vendor: Vendor): readonly string[] {
  const { path, permissionsBoundary, tags = [], maxSessionDuration } = role
  return [
    ...(permissionsPolicy === undefined ? [] : [extraWords.policy(vendor.name)]),
    ...(permissionsBoundary === undefined ? [] : [extraWords.boundary(commentText(permissionsBoundary))]),
    ...(path === undefined ? [] : [extraWords.path(commentText(path))]),
    ...(tags.length === 0 ? [] : [extraWords.tags(tags.map(({ key, value }) => commentText(`${key}=${value}`)).join(', '))]),
    ...(maxSessionDuration === undefined ? [] : [extraWords.session(companyPolicyWords.session.hours(sessionHours(maxSessionDuration)))]),
  ]
}

import { commentText } from '#core/artifacts/source-text.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import { managedPolicyIn } from '#core/aws/managed-policy.ts'
import { readRegion } from '#core/aws/region.ts'
import type { ConnectionTerms } from '#core/connection/connection.ts'
import { readEditedPolicy } from '#core/connection/edited-policy.ts'
import type { HandoffDraft, HandoffPurpose } from '#core/connection/handoff.ts'
import { offeredSets } from '#core/connection/permission-set.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor, Vendor } from '#core/connection/vendor.ts'
import { listOf } from '#core/policy/document.ts'
import { roleInPlainWords } from '#core/policy/managed-policy-words.ts'
import { plainWordsMessages } from '#core/policy/plain-words.ts'
import { currentLanguage, localized, vendorText } from '#i18n/language.ts'
import { roleOptionMessages } from '#wizard/account/role-option-messages.ts'
import { sessionHours } from '#wizard/account/typed-terms.ts'
import { handoffMessages } from './handoff-messages.ts'

export type Mail = { readonly subject: string; readonly body: string }

type MailOf = {
  readonly vendor: ServedVendor
  readonly purpose: HandoffPurpose
  /** Null before there is a connection. */
  readonly plan: RolePlan | null
  readonly draft: HandoffDraft | null
  readonly link: string
  /** The sentences of the request. */
  readonly expires: string
  readonly note: string
}

const chosenSets = ({ permissionSets }: ServedVendor, { region, permissions }: HandoffDraft): ServedVendor['permissionSets'] =>
  offeredSets(permissionSets, region ?? '').filter((set) => set.required || Object.hasOwn(permissions, set.id))

function asked(vendor: ServedVendor, draft: HandoffDraft): readonly string[] {
  return chosenSets(vendor, draft).map((set) => {
    const values = set.parameters.flatMap(({ id }) => listOf(draft.permissions[set.id]?.[id])).filter((value) => value !== '')
    const title = vendorText(set.title)
    return values.length === 0 ? title : `${title}: ${values.join(', ')}`
  })
}

/** An edited policy leaves them attached. */
function managedPolicies(vendor: ServedVendor, draft: HandoffDraft): readonly string[] {
  const reading = readRegion(draft.region ?? '')
  const partition = reading.kind === 'region' ? reading.partition : 'aws'
  const arns = chosenSets(vendor, draft).flatMap((set) => set.managedPolicyArns.map((arn) => managedPolicyIn(arn, partition)))
  return [...new Set(arns)]
}

/** Null until the policy is known. */
function knownPermissions({ vendor, plan, draft }: MailOf): Pick<RolePlan, 'permissionsPolicy' | 'managedPolicyArns'> | null {
  if (plan !== null) return plan
  const reading = readEditedPolicy(draft?.permissionsPolicy ?? '')
  if (draft === null || reading.kind !== 'policy') return null
  return { permissionsPolicy: reading.policy, managedPolicyArns: managedPolicies(vendor, draft) }
}

const listed = (title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [title, ...lines.map((line) => `- ${line}`)].join('\n')

function permissions(given: MailOf): string {
  const words = localized(handoffMessages).mail
  const { vendor, draft } = given
  const known = knownPermissions(given)
  if (known !== null) {
    const { can, never } = roleInPlainWords(known, currentLanguage().code)
    return [listed(words.may(vendor.name), can), listed(localized(plainWordsMessages).never, never)].filter(Boolean).join('\n')
  }
  return draft === null ? '' : listed(words.asks(vendor.name), asked(vendor, draft))
}

const requestedOf = ({ role, isPolicyEdited, permissionsPolicy }: RolePlan) => ({
  role,
  permissionsPolicy: isPolicyEdited ? permissionsPolicy : undefined,
})

/** Says who does not know the page what it is, what to do there, and what it grants. */
export function handoffMail(given: MailOf): Mail {
  const words = localized(handoffMessages).mail
  const { vendor, purpose, plan, draft, link, expires, note } = given
  const account = plan === null ? '' : accountIdInGroups(plan.accountId)
  const paragraphs = [
    words.hello,
    words.purpose[purpose](vendor.name, account),
    link,
    note,
    words.steps[purpose],
    permissions(given),
    listed(words.beyond, extraRequests(plan === null ? (draft ?? {}) : requestedOf(plan), vendor)),
    words.safe(vendor.name),
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

type Requested = {
  readonly role?: ConnectionTerms['role'] | HandoffDraft['role']
  readonly permissionsPolicy?: ConnectionTerms['permissionsPolicy'] | HandoffDraft['permissionsPolicy']
}

/** Requests that go beyond the vendor's proposal, one sentence and one line each. Shown as typed, valid or not. */
export function extraRequests({ role = {}, permissionsPolicy }: Requested, vendor: Vendor): readonly string[] {
  const words = localized(handoffMessages).beyond
  const { path, permissionsBoundary, tags = [], maxSessionDuration } = role
  return [
    ...(permissionsPolicy === undefined ? [] : [words.policy(vendor.name)]),
    ...(permissionsBoundary === undefined ? [] : [words.boundary(commentText(permissionsBoundary))]),
    ...(path === undefined ? [] : [words.path(commentText(path))]),
    ...(tags.length === 0 ? [] : [words.tags(tags.map(({ key, value }) => commentText(`${key}=${value}`)).join(', '))]),
    ...(maxSessionDuration === undefined
      ? []
      : [words.session(localized(roleOptionMessages).session.hours(sessionHours(maxSessionDuration)))]),
  ]
}

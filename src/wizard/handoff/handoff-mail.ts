import { accountIdInGroups } from '#core/account-id.ts'
import type { HandoffDraft, HandoffPurpose } from '#core/handoff.ts'
import { listOf } from '#core/policy/document.ts'
import type { RolePlan } from '#core/role-plan.ts'
import type { ServedVendor } from '#core/vendor.ts'
import { spokenText } from '#words/spoken-text.ts'
import { policyInPlainWords } from '../policy-in-plain-words.ts'
import { handoffWords } from '../words/handoff.ts'

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

function permissions({ vendor, plan, draft }: MailOf): readonly string[] {
  if (plan !== null) return [words.may(vendor.name), ...policyInPlainWords(plan.permissionsPolicy).can.map((line) => `- ${line}`)]
  return draft === null ? [] : [words.asks(vendor.name), ...asked(vendor, draft).map((line) => `- ${line}`)]
}

/** Says who does not know the page what it is, what to do there, and what it grants. */
export function handoffMail(given: MailOf): Mail {
  const { vendor, purpose, plan, link, expires, note } = given
  const account = plan === null ? '' : accountIdInGroups(plan.accountId)
  const paragraphs = [
    words.hello,
    words.purpose[purpose](vendor.name, account),
    link,
    note,
    words.steps[purpose],
    permissions(given).join('\n'),
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

import type { RolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor-fields.ts'
import type { Diagnosis, Untested as UntestedItem, Verdict } from '#core/verify/verdict.ts'
import { localized, vendorText } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { CheckList } from '#ui/controls/lists.tsx'
import { namedChecks } from './verdict-texts.ts'
import { verificationMessages } from './verification-messages.ts'

/** Their words call the role secure, so what was not tested belongs to them. */
const callsRoleSecure: readonly Diagnosis[] = [
  'verified',
  'confirming-fix',
  'permissions-incomplete',
  'permissions-unchecked',
  'update-required',
]

export function Checks({
  plan,
  verdict,
  label = localized(verificationMessages).checks,
}: {
  plan: RolePlan
  verdict: Verdict | null
  label?: string
}) {
  const items = namedChecks(verdict, plan).map(({ id, title, state, detail }) => ({
    id,
    title: <span key={title}>{title}</span>,
    state,
    detail: detail === '' ? undefined : <span key={detail}>{detail}</span>,
  }))
  return (
    <Card>
      <CheckList label={label} items={items} />
      {verdict !== null && callsRoleSecure.includes(verdict.diagnosis) && <Untested items={verdict.untested} vendor={plan.vendor} />}
      {verdict?.accountInUse === true && <p className="hint">{localized(verificationMessages).accountInUse}</p>}
    </Card>
  )
}

type Vendor = Pick<ServedVendor, 'name' | 'permissionSets'>

function sentence(item: UntestedItem, { name, permissionSets }: Vendor): string {
  const words = localized(verificationMessages).untested
  switch (item.kind) {
    case 'permission-set': {
      const set = permissionSets.find(({ id }) => id === item.permissionSet)
      return words['permission-set'](set === undefined ? item.permissionSet : vendorText(set.title))
    }
    case 'principal-arn':
      return words['principal-arn'](name)
    default:
      return words[item.kind]
  }
}

type UntestedProps = {
  /** Absent from verdicts and receipts of earlier versions. */
  readonly items: readonly UntestedItem[] | undefined
  readonly vendor: Vendor
}

/** Shown wherever a role is called verified: what no call has tried. */
export function Untested({ items, vendor }: UntestedProps) {
  const words = localized(verificationMessages).untested
  if (items?.length === 0) return null
  const sentences = items?.map((item) => sentence(item, vendor)) ?? [words.unrecorded]
  return (
    <section className="untested" aria-label={words.title}>
      <p key={words.title}>
        <b>{words.title}</b>
      </p>
      <ul>
        {sentences.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

import type { RolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/vendor-fields.ts'
import type { NamedCheck } from '#core/verify/named-checks.ts'
import type { Diagnosis, Untested as UntestedItem, Verdict } from '#core/verify/verdict.ts'
import { localized, vendorText } from '#i18n/language.ts'
import { Card, Disclosure } from '#ui/controls/card.tsx'
import { type Check, CheckList } from '#ui/controls/lists.tsx'
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
  hasUntested = true,
}: {
  plan: RolePlan
  verdict: Verdict | null
  label?: string
  /** False where the screen names what was not tested in another place. */
  hasUntested?: boolean
}) {
  return (
    <Card>
      <CheckList label={label} items={namedChecks(verdict, plan).map(item)} />
      {hasUntested && verdict !== null && callsRoleSecure.includes(verdict.diagnosis) && (
        <Untested items={verdict.untested} roles={verdict.untriedRoles} vendor={plan.vendor} />
      )}
      {verdict?.accountInUse === true && <p className="hint">{localized(verificationMessages).accountInUse}</p>}
    </Card>
  )
}

const item = ({ id, title, state, detail }: NamedCheck): Check => ({
  id,
  title: <span key={title}>{title}</span>,
  state,
  detail: detail === '' ? undefined : <span key={detail}>{detail}</span>,
})

/** The checks that show the failure. The others are closed below. Nothing where no check failed. */
export function FailedChecks({ plan, verdict }: { plan: RolePlan; verdict: Verdict }) {
  const words = localized(verificationMessages)
  const checks = namedChecks(verdict, plan)
  const open = checks.filter(({ state }) => state === 'failed')
  const others = checks.filter(({ state }) => state !== 'failed')
  if (open.length === 0) return null
  return (
    <Card>
      <CheckList label={words.checks} items={open.map(item)} />
      <Disclosure variant="row" summary={words.otherChecks(others.length)}>
        <CheckList label={words.otherChecks(others.length)} items={others.map(item)} />
      </Disclosure>
    </Card>
  )
}

type Vendor = Pick<ServedVendor, 'name' | 'permissionSets' | 'applicationUser' | 'additionalApplicationRoles' | 'verifierRole'>

function otherRolesWords({ applicationUser, additionalApplicationRoles = [], verifierRole }: Vendor) {
  if (applicationUser !== undefined) return 'principal-user'
  return additionalApplicationRoles.length > 0 || verifierRole !== undefined ? 'principal-roles' : 'principal-arn'
}

function sentence(item: UntestedItem, vendor: Vendor): string {
  const { name, permissionSets } = vendor
  const words = localized(verificationMessages).untested
  switch (item.kind) {
    case 'permission-set':
    case 'managed-policies':
    case 'denied-actions': {
      const set = permissionSets.find(({ id }) => id === item.permissionSet)
      return words[item.kind](set === undefined ? item.permissionSet : vendorText(set.title))
    }
    case 'principal-arn':
      return words[otherRolesWords(vendor)](name)
    default:
      return words[item.kind]
  }
}

type UntestedProps = {
  /** Absent from verdicts and receipts of earlier versions. */
  readonly items: readonly UntestedItem[] | undefined
  readonly roles: readonly string[] | undefined
  readonly vendor: Vendor
}

/** Shown wherever a role is called verified: what no call has tried. */
export function Untested({ items, roles = [], vendor }: UntestedProps) {
  const words = localized(verificationMessages).untested
  const sentences = [...(items?.map((item) => sentence(item, vendor)) ?? [words.unrecorded]), ...roles.map(words['application-role'])]
  if (sentences.length === 0) return null
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

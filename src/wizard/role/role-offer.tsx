import type { RolePlan } from '#core/connection/role-plan.ts'
import type { ServedVendor } from '#core/connection/served-vendor.ts'
import { outcomeOf } from '#core/verify/evidence.ts'
import { explanations } from '#core/verify/explanations.ts'
import type { Diagnosis, Verdict } from '#core/verify/verdict.ts'
import { localized } from '#i18n/language.ts'
import { routeHash } from '#wizard/app/routes.ts'
import { isRoleUpdate } from '#wizard/verification/role-update.ts'
import { Launch } from './launch.tsx'
import { roleMessages } from './role-messages.ts'
import { UpdateRole } from './update-role.tsx'

/** While there may be no role, creating it is the thing to do. */
const stillToCreate: readonly Diagnosis[] = ['propagating', 'not-assumable', 'access-lost', 'aws-unavailable', 'check-delayed']

/** The role exists and its customer has nothing to correct in it, so creating it again would help nobody. */
const isRoleFine = (verdict: Verdict): boolean =>
  outcomeOf(verdict, 'right-id') === 'assumed' && explanations[verdict.diagnosis].actor !== 'customer'

/** The action that the screen offers for the role in AWS. */
export function offerFor(verdict: Verdict | null, connectionId: string): 'create' | 'update' | 'nothing' {
  if (verdict?.diagnosis === 'update-required') return 'nothing'
  if (isRoleUpdate(connectionId)) return 'update'
  if (verdict === null || verdict.kind === 'verified' || verdict.kind === 'waiting') return 'create'
  return isRoleFine(verdict) ? 'nothing' : 'create'
}

type RoleOfferProps = {
  readonly offer: ReturnType<typeof offerFor>
  readonly vendor: ServedVendor
  readonly plan: RolePlan
  readonly connectionId: string
  readonly verdict: Verdict | null
  readonly hasReport: boolean
}

export function RoleOffer({ offer, vendor, plan, connectionId, verdict, hasReport }: RoleOfferProps) {
  if (offer === 'nothing') return null
  if (offer === 'update') return <UpdateRole plan={plan} />
  return (
    <>
      {hasReport && (
        <h2 key="again" className="role-again">
          {localized(roleMessages).again}
        </h2>
      )}
      <Launch
        key="launch"
        plan={plan}
        isSimulated={vendor.simulated && vendor.hasSimulatedConsole !== false}
        isDone={verdict !== null && !stillToCreate.includes(verdict.diagnosis)}
        handoffHref={routeHash({ kind: 'handoff', connectionId })}
        reviewHref={routeHash({ kind: 'review', connectionId })}
      />
    </>
  )
}

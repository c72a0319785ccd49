import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import type { PastedFact } from '#core/pasted/pasted-fact.ts'
import { localized } from '#i18n/language.ts'
import { diagnoseMessages } from './diagnose-messages.ts'

/** What a right role leaves open. */
function remaining(recognised: readonly PastedFact[], plan: RolePlan): readonly string[] {
  const words = localized(diagnoseMessages)
  const isRoleSeen = recognised.some((fact) => fact.kind === 'role' && fact.accountId !== null)
  const arePermissionsSeen = recognised.some(({ kind }) => kind === 'permissions-policy')
  return [
    ...(isRoleSeen ? [] : [words.whichRole(accountIdInGroups(plan.accountId), plan.roleName)]),
    words.propagation,
    words.organization(accountIdInGroups(plan.vendorAccountId)),
    ...(arePermissionsSeen ? [] : [words.permissionsUnseen]),
  ]
}

export function Remains({ plan, recognised }: { readonly plan: RolePlan; readonly recognised: readonly PastedFact[] }) {
  return (
    <section>
      <h3>{localized(diagnoseMessages).remains}</h3>
      <ol className="doctor-further">
        {remaining(recognised, plan).map((cause) => (
          <li key={cause}>{cause}</li>
        ))}
      </ol>
    </section>
  )
}

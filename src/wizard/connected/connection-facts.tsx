import { accountIdInGroups } from '#core/account-id.ts'
import type { RolePlan } from '#core/role-plan.ts'
import { Card } from '#ui/card.tsx'
import { Code } from '#ui/code.tsx'
import { FactList } from '#ui/fact-list.tsx'
import { PlainPermissions } from '../plain-permissions.tsx'
import { connectedWords as words } from '../words/connected.ts'

export function ConnectionFacts({ plan }: { plan: RolePlan }) {
  return (
    <Card as="section">
      <h2>{words.details}</h2>
      <FactList
        facts={[
          { term: words.account, value: <Code text={accountIdInGroups(plan.accountId)} /> },
          { term: words.role, value: <Code text={plan.roleArn} /> },
          { term: words.externalId, value: <Code text={plan.externalId} /> },
          { term: words.region, value: <Code text={plan.region} /> },
        ]}
      />
      <PlainPermissions vendor={plan.vendor} policy={plan.permissionsPolicy} />
    </Card>
  )
}

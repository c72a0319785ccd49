import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { FactList } from '#ui/controls/fact-list.tsx'
import { Code } from '#ui/editor/code.tsx'
import { PlainPermissions } from '#wizard/app/plain-permissions.tsx'
import { connectedMessages } from './connected-messages.ts'

export function ConnectionFacts({ plan }: { plan: RolePlan }) {
  const words = localized(connectedMessages)
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

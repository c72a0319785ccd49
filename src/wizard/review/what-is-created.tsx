import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { formatNumber } from '#i18n/format.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { FactList } from '#ui/controls/lists.tsx'
import { Code } from '#ui/editor/code.tsx'
import { TwoAccounts } from '#wizard/account/two-accounts.tsx'
import { reviewMessages } from './review-messages.ts'

const secondsInHour = 3600

/** The role and who may use it: as a picture, and line by line. */
export function Created({ plan }: { plan: RolePlan }) {
  const words = localized(reviewMessages).created
  const { vendor } = plan
  const tags = Object.entries(plan.tags).map(([key, value]) => `${key}=${value}`)
  return (
    <>
      <TwoAccounts vendor={vendor} form={plan} />
      <Card>
        <FactList
          facts={[
            { term: words.role, value: <Code text={plan.roleArn} /> },
            { term: words.policy, value: <Code text={plan.policyName} /> },
            { term: words.stack, value: words.stackIn(plan.stackName, plan.region) },
            { term: words.vendorAccount, value: words.ofVendor(accountIdInGroups(plan.vendorAccountId), vendor.name) },
            {
              term: words.applicationRole,
              value: plan.applicationRoleArn === null ? words.anyRole(vendor.name) : <Code text={plan.applicationRoleArn} />,
            },
            { term: words.condition, value: words.conditionText },
            { term: words.session, value: words.hours(formatNumber(plan.maxSessionDuration / secondsInHour, 2)) },
            {
              term: words.boundary,
              value: plan.permissionsBoundary === null ? words.noBoundary : <Code text={plan.permissionsBoundary} />,
            },
            {
              term: words.tags,
              value:
                tags.length === 0
                  ? words.noTags
                  : tags.map((text) => (
                      <div key={text}>
                        <Code text={text} />
                      </div>
                    )),
            },
          ]}
        />
      </Card>
    </>
  )
}

import { accountIdInGroups } from '#core/aws/account-id.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { readRegion } from '#core/aws/region.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { localized } from '#i18n/language.ts'
import { Card } from '#ui/controls/card.tsx'
import { Icon } from '#ui/controls/icon.tsx'
import type { AccountForm } from './account-form.ts'
import { accountMessages } from './account-messages.ts'

import type { PicturedAccounts } from './two-accounts-arrangement.ts'
import { TwoAccountsPicture } from './two-accounts-picture.tsx'
import './two-accounts.css'

/** The picture of what is about to be connected, with what is typed so far in it. */
export function TwoAccounts({ vendor, form }: { vendor: Vendor; form: Pick<AccountForm, 'accountId' | 'region'> }) {
  const words = localized(accountMessages)
  return (
    <Card>
      <TwoAccountsPicture label={words.picture.description(vendor.name, vendor.role.name)} accounts={picturedAccounts(vendor, form)} />
      <p className="two-accounts-refused">
        <Icon name="cross" />
        <span>{words.picture.refused}</span>
      </p>
    </Card>
  )
}

function picturedAccounts(vendor: Vendor, form: Pick<AccountForm, 'accountId' | 'region'>): PicturedAccounts {
  const region = readRegion(form.region)
  const typed = readAccountId(form.accountId)
  const { picture } = localized(accountMessages)
  return {
    vendor: {
      title: vendor.name,
      accountId: shownId(region.kind === 'region' ? vendor.accounts[region.partition] : undefined),
      role: picture.appRole,
    },
    customer: { title: picture.yours, accountId: shownId(typed.kind === 'account' ? typed.accountId : undefined), role: vendor.role.name },
    rightId: picture.externalId,
    wrongId: picture.wrongId,
  }
}

const shownId = (accountId: string | undefined): string =>
  accountId === undefined ? localized(accountMessages).picture.unknownAccount : accountIdInGroups(accountId)

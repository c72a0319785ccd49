import { useForm } from 'react-hook-form'
import { type AccountId, accountIdInGroups } from '#core/aws/account-id.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import { localized } from '#i18n/language.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/text-field.tsx'
import { consoleMessages } from './console-messages.ts'

type AccountBarProps = { accountId: AccountId | null; region: Region; onSignIn: (accountId: AccountId) => void }

/** Who is signed in. To sign in to another account is the mistake that the template has to catch, so it is easy to make. */
export function AccountBar({ accountId, region, onSignIn }: AccountBarProps) {
  const words = localized(consoleMessages).account
  const { register, handleSubmit, setError, formState } = useForm({
    values: { account: accountId === null ? '' : accountIdInGroups(accountId) },
  })
  const signIn = handleSubmit(({ account }) => {
    const reading = readAccountId(account)
    if (reading.kind === 'account') onSignIn(reading.accountId)
    else setError('account', { message: words.refused })
  })
  return (
    <header className="console-bar" data-theme="dark">
      <div className="console-bar-content">
        <p className="console-name">{words.name}</p>
        <form className="console-account" onSubmit={(event) => void signIn(event)} noValidate>
          <TextField
            label={words.label}
            isMono
            inputMode="numeric"
            error={formState.errors.account?.message}
            action={<Button type="submit">{accountId === null ? words.signIn : words.switch}</Button>}
            {...register('account')}
          />
        </form>
        <p className="console-region">
          {words.region} <code>{region}</code>, {words.partition} <code>{partitionOf(region)}</code>
        </p>
      </div>
    </header>
  )
}

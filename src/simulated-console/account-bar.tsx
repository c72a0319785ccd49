import { useForm } from 'react-hook-form'
import { type AccountId, accountIdInGroups } from '#core/account-id.ts'
import { readAccountId } from '#core/read-account-id.ts'
import { partitionOf, type Region } from '#core/region.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/text-field.tsx'

type AccountBarProps = { accountId: AccountId | null; region: Region; onSignIn: (accountId: AccountId) => void }

/** Who is signed in. To sign in to another account is the mistake that the template has to catch, so it is easy to make. */
export function AccountBar({ accountId, region, onSignIn }: AccountBarProps) {
  const { register, handleSubmit, setError, formState } = useForm({
    values: { account: accountId === null ? '' : accountIdInGroups(accountId) },
  })
  const signIn = handleSubmit(({ account }) => {
    const reading = readAccountId(account)
    if (reading.kind === 'account') onSignIn(reading.accountId)
    else setError('account', { message: 'An account ID has 12 digits.' })
  })
  return (
    <header className="console-bar" data-theme="dark">
      <div className="console-bar-content">
        <p className="console-name">Simulated console</p>
        <form className="console-account" onSubmit={(event) => void signIn(event)} noValidate>
          <TextField
            label="Signed in to account"
            isMono
            inputMode="numeric"
            error={formState.errors.account?.message}
            action={<Button type="submit">{accountId === null ? 'Sign in' : 'Switch account'}</Button>}
            {...register('account')}
          />
        </form>
        <p className="console-region">
          Region <code>{region}</code>, partition <code>{partitionOf(region)}</code>
        </p>
      </div>
    </header>
  )
}

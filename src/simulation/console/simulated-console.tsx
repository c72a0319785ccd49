import './simulated-console.css'
import { useForm } from 'react-hook-form'
import { readSimulatedConsoleHash, type SimulatedConsoleAddress, simulatedConsoleHash } from '#core/artifacts/simulated-console-address.ts'
import { type AccountId, accountIdInGroups } from '#core/aws/account-id.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import { localized } from '#i18n/language.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { ConsoleContents, readConsoleLink } from './console-contents.tsx'
import { consoleMessages } from './console-messages.ts'

type AccountBarProps = { accountId: AccountId | null; region: Region; onSignIn: (accountId: AccountId) => void }

/** Signing in to another account is a mistake that the template must catch, so it is easy to make here. */
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

const noAddress: SimulatedConsoleAddress = { accountId: null, link: null }

/** Replaces the AWS console while AWS is simulated. It reads everything over AWS's own protocol. */
export function SimulatedConsole({ hash }: { hash: string }) {
  const words = localized(consoleMessages)
  const address = readSimulatedConsoleHash(hash) ?? noAddress
  const { region } = readConsoleLink(address)
  const open = (changed: Partial<SimulatedConsoleAddress>) => navigate(simulatedConsoleHash({ ...address, ...changed }))
  return (
    <div className="simulated-console">
      <DocumentTitle text={words.title} />
      <AccountBar {...{ accountId: address.accountId, region }} onSignIn={(accountId) => open({ accountId })} />
      <main className="page stack">
        <h1 className="console-band">
          <span>{words.band}</span>
        </h1>
        <ConsoleContents {...{ address, region }} onOpen={open} />
      </main>
    </div>
  )
}

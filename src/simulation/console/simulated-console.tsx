import './simulated-console.css'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { readSimulatedConsoleHash, type SimulatedConsoleAddress, simulatedConsoleHash } from '#core/artifacts/simulated-console-address.ts'
import { type AccountId, accountIdInGroups } from '#core/aws/account-id.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import type { Region } from '#core/aws/region.ts'
import { localized } from '#i18n/language.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { Button } from '#ui/controls/button.tsx'
import { TextField } from '#ui/controls/fields.tsx'
import { Icon } from '#ui/controls/icon.tsx'
import { DocumentTitle } from '#ui/controls/page-parts.tsx'
import { ConsoleContents, readConsoleLink } from './console-contents.tsx'
import { consoleMessages } from './console-messages.ts'

type ConsoleBarProps = {
  accountId: AccountId | null
  region: Region
  /** A pill: no other part of the page says that this isn't AWS. */
  heading: ReactNode
  children?: ReactNode
  onSignIn: (accountId: AccountId) => void
}

export function ConsoleBar({ accountId, region, heading, children, onSignIn }: ConsoleBarProps) {
  const words = localized(consoleMessages).account
  return (
    <header className="console-bar">
      {heading}
      <details className="console-account" open={accountId === null}>
        <summary>
          <span className="visually-hidden">{words.name}</span>
          <code>{accountId === null ? words.signIn : accountIdInGroups(accountId)}</code>
          <Icon name="chevron" />
        </summary>
        <AccountForm key={accountId} {...{ accountId, onSignIn }} />
      </details>
      <p className="console-region">
        <span className="visually-hidden">{words.region} </span>
        <code>{region}</code>
      </p>
      {children}
    </header>
  )
}

type AccountFormProps = Pick<ConsoleBarProps, 'accountId' | 'onSignIn'>

/** Signing in to another account is a mistake that the template must catch, so it is easy to make here. */
function AccountForm({ accountId, onSignIn }: AccountFormProps) {
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
    <form onSubmit={(event) => void signIn(event)} noValidate>
      <TextField
        label={words.label}
        isMono
        inputMode="numeric"
        error={formState.errors.account?.message}
        action={<Button type="submit">{accountId === null ? words.signIn : words.switch}</Button>}
        {...register('account')}
      />
    </form>
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
      <ConsoleBar
        {...{ accountId: address.accountId, region }}
        heading={<h1 className="console-pill">{words.pill}</h1>}
        onSignIn={(accountId) => open({ accountId })}
      />
      <main className="page stack">
        <ConsoleContents {...{ address, region }} onOpen={open} />
      </main>
    </div>
  )
}

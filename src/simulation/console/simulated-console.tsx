import { readSimulatedConsoleHash, type SimulatedConsoleAddress, simulatedConsoleHash } from '#core/artifacts/simulated-console-address.ts'
import { localized } from '#i18n/language.ts'
import { navigate } from '#ui/browser/use-hash.ts'
import { DocumentTitle } from '#ui/controls/document-title.tsx'
import { AccountBar } from './account-bar.tsx'
import { ConsoleContents, readConsoleLink } from './console-contents.tsx'
import { consoleMessages } from './console-messages.ts'
import './simulated-console.css'

const nothingGiven: SimulatedConsoleAddress = { accountId: null, link: null }

/** Stands in for the AWS console while AWS is simulated. Everything it shows comes over the protocol of AWS. */
export function SimulatedConsole({ hash }: { hash: string }) {
  const words = localized(consoleMessages)
  const address = readSimulatedConsoleHash(hash) ?? nothingGiven
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

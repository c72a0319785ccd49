import { AccountId } from '#core/aws/account-id.ts'
import { percentDecoded } from '#core/text/strings.ts'
import { isSimulatedConsoleHash, simulatedConsolePath as path } from './simulated-console-hash.ts'

export type SimulatedConsoleAddress = {
  readonly accountId: AccountId | null
  /** The very link that would be opened in the AWS console: a quick-create link, or the page on which a template is uploaded. */
  readonly link: string | null
}

/** The hash that opens the simulated console, in the same single page app. */
export function simulatedConsoleHash({ accountId, link }: SimulatedConsoleAddress): string {
  const parameters = [
    ...(accountId === null ? [] : [`account=${accountId}`]),
    ...(link === null ? [] : [`url=${encodeURIComponent(link)}`]),
  ]
  return parameters.length === 0 ? path : `${path}?${parameters.join('&')}`
}

/** Null for the hash of another page. Unreadable values count as absent. Never throws. */
export function readSimulatedConsoleHash(hash: string): SimulatedConsoleAddress | null {
  if (!isSimulatedConsoleHash(hash)) return null
  const accountId = AccountId.safeParse(parameter(hash, 'account'))
  return { accountId: accountId.data ?? null, link: parameter(hash, 'url') || null }
}

function parameter(hash: string, name: string): string {
  const pair = hash
    .slice(path.length + 1)
    .split('&')
    .find((text) => text.startsWith(`${name}=`))
  return percentDecoded(pair?.slice(name.length + 1) ?? '') ?? ''
}

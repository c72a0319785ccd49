import { AccountId } from '#core/aws/account-id.ts'
import { percentDecoded } from '#core/text/strings.ts'

const path = '#/simulated-aws/console'

/** Whether the hash is that of the page which stands in for the AWS console. */
export const isSimulatedConsoleHash = (hash: string): boolean => hash === path || hash.startsWith(`${path}?`)

/** Where the page that stands in for the AWS console is, and what it was opened with. */
export type SimulatedConsoleAddress = {
  /** The account that is signed in. */
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

/** Null where the hash is of another page. What cannot be read in it counts as not given. Never throws. */
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

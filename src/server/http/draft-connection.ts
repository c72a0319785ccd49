import { readAccountId } from '#core/aws/read-account-id.ts'
import { partitionOf, readRegion } from '#core/aws/region.ts'
import type { ConnectionTerms } from '#core/connection/connection.ts'
import { proposedExternalIdLength } from '#core/connection/external-id/external-id.ts'
import type { Handoff, HandoffDraft } from '#core/connection/handoff.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { pastedText } from '#core/text/strings.ts'
import type { HeldConnection, Registry } from '#server/registry/registry.ts'
import { wordsOf } from './suffixed-external-id.ts'

type Account = Pick<ConnectionTerms, 'accountId' | 'region'>

/** False also for a text that is no account ID: it names none of the tenant's accounts. */
function isAccountOf({ accountId, region }: Pick<HandoffDraft, 'accountId' | 'region'>, claimed: Account): boolean {
  const partition = partitionOf(claimed.region)
  const drafted = readRegion(region)
  if (drafted.kind === 'region' && drafted.partition !== partition) return false
  const account = readAccountId(accountId)
  return account.kind === 'account' && account.accountId === claimed.accountId && (account.partition ?? partition) === partition
}

const namesAccount = ({ accountId }: Pick<HandoffDraft, 'accountId'>): boolean => pastedText(accountId) !== ''

const pageLength = 100

/** Null also where several have the words, or one that can't be read may have them. */
async function onlyWith(
  hasWords: (externalId: string) => boolean,
  tenant: string,
  registry: Pick<Registry, 'list'>,
): Promise<string | null> {
  const found: string[] = []
  for (let after: string | null = null, isEnd = false; !isEnd; ) {
    const page: Awaited<ReturnType<Registry['list']>> = await registry.list(tenant, { after, limit: pageLength })
    if (page === null || page.unreadable > 0) return null
    found.push(...page.entries.flatMap(({ connection: { id, externalId } }) => (hasWords(externalId) ? [id] : [])))
    if (found.length > 1) return null
    after = page.next
    isEnd = after === null
  }
  return found[0] ?? null
}

export type IsOpen = (held: HeldConnection) => boolean

type Options = {
  readonly vendor: Vendor
  readonly registry: Pick<Registry, 'list' | 'claimedBy' | 'heldOnAccount'>
  readonly tenant: string
  readonly claimed: Account
}

/**
 * For the connections of the tenant to the claimed account: true for the one that the hand-off created. Also true for one whose external ID,
 * or the words in it, are those of the draft, if its account is too. In mode `chosen-with-suffix`, several accounts can have the same words:
 * a draft without an account leads to a connection only if no other one has them.
 */
export async function openTo({ connectionId, draft }: Handoff, { vendor, registry, tenant, claimed }: Options): Promise<IsOpen> {
  const isCreated: IsOpen = ({ id }) => id === connectionId
  const words = pastedText(draft?.externalId ?? '')
  if (draft === null || words === '' || (namesAccount(draft) && !isAccountOf(draft, claimed))) return isCreated
  const claimant = await registry.claimedBy(tenant, words)
  const hasWords = (externalId: string) =>
    vendor.externalId.mode === 'chosen-with-suffix' && wordsOf(externalId, proposedExternalIdLength) === words
  const isDrafted = (held: HeldConnection) => isCreated(held) || held.id === claimant
  if (namesAccount(draft)) return (held) => isDrafted(held) || hasWords(held.externalId)
  const others = await registry.heldOnAccount(tenant, claimed.accountId, partitionOf(claimed.region))
  const only = others.some(({ externalId }) => hasWords(externalId)) ? await onlyWith(hasWords, tenant, registry) : null
  return (held) => isDrafted(held) || held.id === only
}

/** The hand-off is about the external ID that is claimed. The registry has compared the connection that it created. */
export const isAbout = ({ connectionId, draft }: Handoff, { externalId, ...claimed }: ConnectionTerms): boolean =>
  connectionId !== null || (draft?.externalId === externalId && (!namesAccount(draft) || isAccountOf(draft, claimed)))

import { pastedText, percentDecoded } from '#core/text/strings.ts'
import { AccountId } from './account-id.ts'
import { namedPartition } from './named-partition.ts'
import { type Partition, partitionIds } from './partition.ts'

export type AccountIdSource = 'account-id' | 'role-arn' | 'user-arn' | 'root-arn' | 'session-arn' | 'other-arn' | 'sign-in-url' | 'text'

type Found = { readonly accountId: AccountId; readonly source: AccountIdSource; readonly partition: Partition | null }

export type AccountIdReading =
  | ({ readonly kind: 'account' } & Found)
  | {
      readonly kind: 'refused'
      readonly reason:
        | 'account-id-empty'
        | 'account-id-length'
        | 'account-id-characters'
        | 'account-id-alias'
        | 'account-id-not-in-arn'
        | 'account-id-several'
      /** More than one if there are several. */
      readonly accountIds: readonly AccountId[]
    }

type Refusal = Extract<AccountIdReading, { kind: 'refused' }>['reason']

const refused = (reason: Refusal): AccountIdReading => ({ kind: 'refused', reason, accountIds: [] })

function found(digits: string, source: AccountIdSource, partition: Partition | null): Found[] {
  const accountId = AccountId.safeParse(digits)
  return accountId.success ? [{ accountId: accountId.data, source, partition }] : []
}

/** The first one, if all name the same account. */
function one(all: readonly Found[], otherwise: Refusal): AccountIdReading {
  const [first] = all
  if (first === undefined) return refused(otherwise)
  const accountIds = [...new Set(all.map(({ accountId }) => accountId))]
  if (accountIds.length > 1) return { kind: 'refused', reason: 'account-id-several', accountIds }
  return { kind: 'account', ...first, partition: all.find(({ partition }) => partition !== null)?.partition ?? null }
}

const arnSources: readonly (readonly [RegExp, AccountIdSource])[] = [
  [/^iam:[^:]*:[^:]*:role\//, 'role-arn'],
  [/^iam:[^:]*:[^:]*:user\//, 'user-arn'],
  [/^iam:[^:]*:[^:]*:root$/, 'root-arn'],
  [/^sts:[^:]*:[^:]*:(assumed-role|federated-user)\//, 'session-arn'],
]

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
function foundInArn(arn: string): Found[] {
  const [, partitionText, service, region, digits = '', ...resource] = arn.split(':')
  const rest = [service, region, digits, ...resource].join(':')
  const source = arnSources.find(([pattern]) => pattern.test(rest))?.[1] ?? 'other-arn'
  return found(digits, source, partitionIds.find((id) => id === partitionText) ?? null)
}

/** Forms of a URL that name the account itself. A URL can contain other accounts too. */
const accountInUrl: readonly RegExp[] = [
  /^https?:\/\/(\d{12})\.signin\./i,
  // https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/multisession.html
  /^https?:\/\/(\d{12})-[a-z0-9]+\.[\w-]+\.console\./i,
  /[?&#](?:account|account_id|accountId)=(\d{12})(?!\d)/,
]

const uuids = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi
const arns = /arn:[\w-]*:[\w-]*:[\w-]*:\d{12}:[^\s"'<>,;)\]}]*/gi
const twelveDigits = /(?<![A-Za-z0-9])\d{12}(?![A-Za-z0-9])/g
/** The console's format. A longer chain, such as a card number, isn't an account ID. */
const grouped =
  /(?<![A-Za-z0-9]|\d[\s\-\u2010-\u2015]{1,3})\d{4}(?:[\s\-\u2010-\u2015]{1,3}\d{4}){2}(?![A-Za-z0-9]|[\s\-\u2010-\u2015]{1,3}\d)/g

/** Account IDs between other words, first those that name their partition. */
function foundInText(given: string): Found[] {
  const text = given.replace(uuids, ' ')
  const rest = text.replace(arns, ' ')
  const digits = [...(rest.match(twelveDigits) ?? []), ...(rest.match(grouped) ?? [])]
  const partition = namedPartition(rest)
  return [...(text.match(arns) ?? []).flatMap(foundInArn), ...digits.flatMap((id) => found(id.replace(/\D/g, ''), 'text', partition))]
}

// https://docs.aws.amazon.com/IAM/latest/UserGuide/console_account-alias.html: an alias may stand where the digits stand.
function readUrl(text: string): AccountIdReading {
  const decoded = percentDecoded(text) ?? text
  const named = accountInUrl.flatMap((pattern) => pattern.exec(decoded)?.[1] ?? []).slice(0, 1)
  const all = named.length > 0 ? named.flatMap((id) => found(id, 'sign-in-url', null)) : foundInText(decoded)
  const partition = namedPartition(decoded)
  return one(
    all.map((each) => ({ ...each, source: 'sign-in-url', partition: each.partition ?? partition })),
    'account-id-alias',
  )
}

const isUrl = /^(?:https?:\/\/\S*|\d{12}\.signin\.\S*)$/i

/** Takes the account ID from whatever holds one: digits with blanks or hyphens, an ARN, a URL, a sentence. Never throws. */
export function readAccountId(input: string): AccountIdReading {
  const text = pastedText(input)
  if (text === '') return refused('account-id-empty')
  if (/^arn:\S*$/i.test(text)) return one(foundInArn(text), 'account-id-not-in-arn')
  if (isUrl.test(text)) return readUrl(/^https?:/i.test(text) ? text : `https://${text}`)
  const digits = text.replace(/[\s\-\u2010-\u2015]/g, '')
  if (!/^\d+$/.test(digits)) return one(foundInText(text), 'account-id-characters')
  return digits.length === 12 ? one(found(digits, 'account-id', null), 'account-id-length') : one(foundInText(text), 'account-id-length')
}

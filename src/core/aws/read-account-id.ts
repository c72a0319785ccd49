import { pastedText } from '#core/text/strings.ts'
import { AccountId } from './account-id.ts'
import { type Partition, partitionIds, partitions } from './partition.ts'

export type AccountIdSource = 'account-id' | 'role-arn' | 'user-arn' | 'root-arn' | 'session-arn' | 'other-arn' | 'sign-in-url'

export type AccountIdReading =
  | { readonly kind: 'account'; readonly accountId: AccountId; readonly source: AccountIdSource; readonly partition: Partition | null }
  | {
      readonly kind: 'refused'
      readonly reason: 'account-id-empty' | 'account-id-length' | 'account-id-characters' | 'account-id-alias' | 'account-id-not-in-arn'
    }

type Refusal = Extract<AccountIdReading, { kind: 'refused' }>['reason']

const refused = (reason: Refusal): AccountIdReading => ({ kind: 'refused', reason })

function account(digits: string, source: AccountIdSource, partition: Partition | null, otherwise: Refusal): AccountIdReading {
  const accountId = AccountId.safeParse(digits)
  return accountId.success ? { kind: 'account', accountId: accountId.data, source, partition } : refused(otherwise)
}

const arnSources: readonly (readonly [RegExp, AccountIdSource])[] = [
  [/^iam:[^:]*:[^:]*:role\//, 'role-arn'],
  [/^iam:[^:]*:[^:]*:user\//, 'user-arn'],
  [/^iam:[^:]*:[^:]*:root$/, 'root-arn'],
  [/^sts:[^:]*:[^:]*:(assumed-role|federated-user)\//, 'session-arn'],
]

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
function readArn(arn: string): AccountIdReading {
  const [, partitionText, service, region, digits = '', ...resource] = arn.split(':')
  const rest = [service, region, digits, ...resource].join(':')
  const source = arnSources.find(([pattern]) => pattern.test(rest))?.[1] ?? 'other-arn'
  const partition = partitionIds.find((id) => id === partitionText) ?? null
  return account(digits, source, partition, 'account-id-not-in-arn')
}

const accountInUrl: readonly RegExp[] = [
  /^https?:\/\/(\d{12})\.signin\./i,
  // https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/multisession.html
  /^https?:\/\/(\d{12})-[a-z0-9]+\.[\w-]+\.console\./i,
  /[?&#](?:account|account_id|accountId)=(\d{12})(?!\d)/,
  /arn(?::|%3a)[\w-]+(?::|%3a)iam(?::|%3a){2}(\d{12})(?::|%3a)/i,
]

// https://docs.aws.amazon.com/IAM/latest/UserGuide/console_account-alias.html: an alias may stand where the digits stand.
function readUrl(text: string): AccountIdReading {
  const partition = partitionIds.find((id) => text.includes(partitions[id].signInDomain)) ?? null
  const digits = accountInUrl.map((pattern) => pattern.exec(text)?.[1]).find((found) => found !== undefined)
  return digits === undefined ? refused('account-id-alias') : account(digits, 'sign-in-url', partition, 'account-id-alias')
}

/** Takes the 12 digits from whatever holds them: digits with blanks or hyphens, an ARN, a sign-in address. Never throws. */
export function readAccountId(input: string): AccountIdReading {
  const text = pastedText(input)
  if (text === '') return refused('account-id-empty')
  if (/^arn:/i.test(text)) return readArn(text)
  if (/^https?:\/\//i.test(text) || /^\d{12}\.signin\./i.test(text)) return readUrl(/^https?:/i.test(text) ? text : `https://${text}`)
  const digits = text.replace(/[\s\-\u2010-\u2015]/g, '')
  if (!/^\d+$/.test(digits)) return refused('account-id-characters')
  return account(digits, 'account-id', null, 'account-id-length')
}

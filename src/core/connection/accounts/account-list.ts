import { type AccountId, AccountName } from '#core/aws/account-id.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import { accountOf, regionOf } from '#core/connection/connection.ts'
import type { RefusalCode } from '#core/connection/refusals.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { pastedText } from '#core/text/strings.ts'
import { type AccountFields, accountColumns, type Columns } from './account-columns.ts'

/** Most accounts that one list connects. */
export const accountListMaximum = 500

/** `line` counts from 1; `text` is the line as it was pasted. */
type Line = { readonly line: number; readonly text: string }

type ListedAccount = Line & { readonly accountId: AccountId; readonly name: string | null; readonly region: Region }

export type RefusedLine = Line & {
  readonly code: string
  /** The account that was probably meant. */
  readonly suggestion: string | null
  /** The first line with the same account. */
  readonly firstLine: number | null
}

/** Every line that is not empty is in exactly one of the three. */
export type AccountListReading = {
  readonly accounts: readonly ListedAccount[]
  readonly refused: readonly RefusedLine[]
  /** Headings and remarks. */
  readonly ignored: readonly Line[]
}

type Context = {
  readonly vendor: Vendor
  /** For lines that name none. */
  readonly region: string
  /** Accounts that the tenant has connected already. */
  readonly connected: readonly { readonly accountId: string; readonly region: Region }[]
}

/** An account is one of its partition: the same digits may be another account in another. */
const accountKey = ({ accountId, region }: { readonly accountId: string; readonly region: Region }): string =>
  `${partitionOf(region)} ${accountId}`

/** A spreadsheet turns account IDs into numbers like these. */
const rounded = /\d[.,]\d+E\+1\d/i

type Mishap = { readonly code: RefusalCode; readonly suggestion: string | null }

/** A better reason than the length, where a spreadsheet is behind it. */
function spreadsheetMishap(account: string, text: string): Mishap | null {
  if (rounded.test(text)) return { code: 'account-id-rounded', suggestion: null }
  const digits = pastedText(account).replace(/[\s-]/g, '')
  return /^\d{8,11}$/.test(digits) ? { code: 'account-id-zeros', suggestion: digits.padStart(12, '0') } : null
}

/** The region of the line, or the one for lines without; an ARN of another partition gets the first region that is offered there. */
function regionText({ account, region }: AccountFields, context: Context): string {
  const named = pastedText(region).toLowerCase()
  if (named !== '') return named
  const reading = readAccountId(account)
  const partition = reading.kind === 'account' ? reading.partition : null
  const usual = offeredRegions(context.vendor).find((offered) => offered.region === context.region)
  if (partition === null || usual === undefined || partitionOf(usual.region) === partition) return context.region
  return offeredRegions(context.vendor).find((offered) => partitionOf(offered.region) === partition)?.region ?? context.region
}

type LineReading =
  | { readonly kind: 'account'; readonly account: ListedAccount }
  | { readonly kind: 'refused'; readonly refused: RefusedLine }

function readLine(line: Line, fields: AccountFields, context: Context): LineReading {
  const refused = (code: string, suggestion: string | null = null): LineReading => ({
    kind: 'refused',
    refused: { ...line, code, suggestion, firstLine: null },
  })
  const request = { accountId: fields.account, region: regionText(fields, context) }
  const account = accountOf(request, context.vendor)
  const region = regionOf(request.region, context.vendor)
  const name = pastedText(fields.name)
  const mishap = account.value === undefined ? spreadsheetMishap(fields.account, line.text) : null
  if (mishap !== null) return refused(mishap.code, mishap.suggestion)
  const [code] = [...account.codes, ...region.codes]
  if (code !== undefined || account.value === undefined || region.value === undefined) return refused(code ?? 'account-id-characters')
  if (name !== '' && !AccountName.safeParse(name).success) return refused('account-name-invalid')
  return { kind: 'account', account: { ...line, accountId: account.value, region: region.value, name: name === '' ? null : name } }
}

function obstacle(account: ListedAccount, taken: ReadonlyMap<string, ListedAccount>, connected: ReadonlySet<string>): RefusedLine | null {
  const { line, text } = account
  const refused = (code: RefusalCode, firstLine: number | null): RefusedLine => ({ line, text, code, suggestion: null, firstLine })
  const first = taken.get(accountKey(account))
  if (first !== undefined) return refused('account-id-repeated', first.line)
  if (connected.has(accountKey(account))) return refused('account-connected', null)
  return taken.size >= accountListMaximum ? refused('account-list-full', null) : null
}

/** Excel writes which delimiter it uses; a number sign begins a remark. */
const remark = /^\s*(#|sep=.$)/i

const linesOf = (text: string): Line[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line, index) => ({ line: index + 1, text: line }))
    .filter((line) => pastedText(line.text) !== '')

/** The lines with accounts, how to read them, and what else there is. */
function sorted(text: string): { readonly rows: readonly Line[]; readonly columns: Columns; readonly ignored: readonly Line[] } {
  const lines = linesOf(text)
  const remarks = lines.filter((line) => remark.test(line.text))
  const rows = lines.filter((line) => !remark.test(line.text))
  const { columns, isHeading } = accountColumns(rows[0]?.text ?? '')
  return isHeading ? { rows: rows.slice(1), columns, ignored: [...remarks, ...rows.slice(0, 1)] } : { rows, columns, ignored: remarks }
}

/** Reads a pasted list or the text of a CSV file. Never throws, and leaves no line out. */
export function readAccountList(text: string, context: Context): AccountListReading {
  const { rows, columns, ignored } = sorted(text)
  const connected = new Set(context.connected.map(accountKey))
  const taken = new Map<string, ListedAccount>()
  const refused: RefusedLine[] = []
  for (const line of rows) {
    const reading = readLine(line, columns(line.text), context)
    const found = reading.kind === 'refused' ? reading.refused : obstacle(reading.account, taken, connected)
    if (found !== null) refused.push(found)
    else if (reading.kind === 'account') taken.set(accountKey(reading.account), reading.account)
  }
  return { accounts: [...taken.values()], refused, ignored }
}

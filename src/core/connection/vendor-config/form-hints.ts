import { partitionIds } from '#core/aws/partition.ts'
import { readRegion } from '#core/aws/region.ts'
import { type ConfigPath, fieldOf } from './config-path.ts'
import { formAt } from './field-forms.ts'
import { suggestion } from './spelling.ts'

type Hint = { readonly at: RegExp; readonly hint: (value: unknown) => string | null }

const when = (isMet: boolean, hint: string): string | null => (isMet ? hint : null)

function accountHint(value: unknown): string | null {
  if (typeof value === 'number') return 'A number loses the zeros at its start: write it in quotes.'
  if (typeof value !== 'string') return null
  const digits = value.replaceAll(/\D/g, '')
  if (/^arn:/.test(value)) return 'Write the account ID alone, not an ARN.'
  if (digits.length === 12) return `Write ${JSON.stringify(digits)}.`
  return when(/^\d+$/.test(value), `This has ${value.length} digits.`)
}

function roleNameHint(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const name = value.split('/').at(-1) ?? ''
  if (value.startsWith('arn:')) return `Write the name alone, not an ARN: ${JSON.stringify(name)}.`
  if (value.includes('/')) return `The name has no path: write ${JSON.stringify(name)}. The path belongs in "role.path".`
  return when(value.length > 64, `This has ${value.length} characters.`)
}

function urlHint(value: unknown): string | null {
  if (typeof value !== 'string') return null
  if (/^http:/i.test(value)) return 'http: is not secure, so browsers and CloudFormation may reject it.'
  if (/^(javascript|data):/i.test(value)) return 'Such a URL could run code on the page.'
  if (/^mailto:/i.test(value)) return 'An email address is not supported: link to a page.'
  if (value.startsWith('//')) return 'It starts with //, which is another host.'
  return when(/^https:\/\/[^/]*@/.test(value), 'A URL with a user name is not supported.')
}

function colorHint(value: unknown): string | null {
  const [, digits] = typeof value === 'string' ? (/^#([0-9a-f]{3})$/i.exec(value) ?? []) : []
  return digits === undefined ? null : `Write "#${[...digits].map((digit) => digit + digit).join('')}".`
}

function regionHint(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const plain = value.trim().toLowerCase()
  if (plain !== value && readRegion(plain).kind === 'region') return `Write ${JSON.stringify(plain)}.`
  const reading = readRegion(value)
  if (reading.kind === 'refused' && reading.reason === 'region-isolated') return 'Isolated partitions are not supported.'
  return when(/^[a-z]+(-[a-z]+)+-\d[a-z]$/.test(value), 'This is an Availability Zone: leave out the letter at its end.')
}

function textHint(value: unknown): string | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return when(isObject && !Object.hasOwn(value, 'en'), 'English ("en") is missing: templates and policies are in English.')
}

function pathHint(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 500 || /[^\u0021-\u007e]/.test(value)) return null
  return `Write ${JSON.stringify(`/${value}/`.replaceAll(/\/+/g, '/'))}.`
}

const hints: readonly Hint[] = [
  { at: /^accounts\./, hint: accountHint },
  { at: /^(applicationRoleName|role\.name)$/, hint: roleNameHint },
  { at: /^role\.path$/, hint: pathHint },
  { at: /^(logoUrl|supportUrl|templates\..*|links\..*)$/, hint: urlHint },
  { at: /^accentColor$/, hint: colorHint },
  { at: /^regions\[\]$/, hint: regionHint },
  { at: /^(purpose|.*\.title|.*\.why)$/, hint: textHint },
  { at: /Length$|Duration$/, hint: (value) => when(typeof value === 'string' && /^\d+$/.test(value), `Write ${String(value)}.`) },
  { at: /\.(required|many)$/, hint: (value) => when(value === 'true' || value === 'false', `Write ${String(value)} without quotes.`) },
  {
    at: /^permissionSets\[\]\.statements\[\]\.(actions|resources)$/,
    hint: (value) => when(typeof value === 'string' && value !== '', `Write [${JSON.stringify(value)}].`),
  },
  {
    at: /\.conditions\./,
    hint: (value) => when(typeof value === 'number' || typeof value === 'boolean', `Write it in quotes: "${String(value)}".`),
  },
]

/** More help with a value that does not have the form of its field; empty where nothing is known. */
export function formHint(path: ConfigPath, value: unknown): string {
  const field = fieldOf(path)
  const { values } = formAt(path) ?? {}
  if (values !== undefined) return typeof value === 'string' ? suggestion(value, values) : ''
  const { hint } = hints.find(({ at }) => at.test(field)) ?? {}
  const text = hint?.(value) ?? null
  return text === null ? '' : ` ${text}`
}

/** Partitions that AWS has and Rolebridge does not serve. */
export const unservedPartition = (key: string): string | null =>
  /^aws-iso(-[a-z])?$/.test(key) ? `Isolated partitions are not supported. Allowed here: ${partitionIds.join(', ')}.` : null

import type * as z from 'zod/mini'
import { readRoleArn, readUserArn } from '#core/aws/arn.ts'
import { UserName } from '#core/aws/iam-names.ts'
import { partitionIds } from '#core/aws/partition.ts'
import { readRegion } from '#core/aws/region.ts'
import { VendorFields } from '#core/connection/vendor-fields.ts'
import type { ConfigSpot } from './config-finding.ts'
import { type ConfigPath, fieldOf, found, suggestion } from './config-finding.ts'
import { formAt, keysIn } from './field-forms.ts'
import { unsupportedKey } from './unsupported-keys.ts'

type Hint = { readonly at: RegExp; readonly hint: (value: unknown) => string | null }

const when = (isMet: boolean, hint: string): string | null => (isMet ? hint : null)

const applicationUserText = ({ userName, path }: NonNullable<ReturnType<typeof readUserArn>>): string =>
  `"applicationUser": { "name": ${JSON.stringify(userName)}${path === '/' ? '' : `, "path": ${JSON.stringify(path)}`} }`

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
  const user = readUserArn(value)
  if (user !== null) return `This is an IAM user: write ${applicationUserText(user)} in place of "applicationRoleName".`
  const name = value.split('/').at(-1) ?? ''
  if (value.startsWith('arn:')) return `Write the name alone, not an ARN: ${JSON.stringify(name)}.`
  if (value.includes('/')) return `The name has no path: write ${JSON.stringify(name)}. The path belongs in "role.path".`
  return when(value.length > 64, `This has ${value.length} characters.`)
}

type NamedRole = { readonly name: string; readonly path: string }

/** A name with its path, or the ARN of a role. Null for anything else. */
function namedRole(value: string): NamedRole | null {
  const arn = readRoleArn(value)
  if (arn !== null) return { name: arn.roleName, path: arn.path }
  const [, path, name] = value.startsWith('arn:') ? [] : (/^(.*\/)([^/]+)$/.exec(value) ?? [])
  return path === undefined || name === undefined ? null : { name, path: `/${path}`.replaceAll(/\/+/g, '/') }
}

/** The name of a role in an object that has its path too. */
function roleWithPathHint(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const role = namedRole(value)
  if (role !== null) return `Write "name": ${JSON.stringify(role.name)} and "path": ${JSON.stringify(role.path)}.`
  if (value.startsWith('arn:')) return 'Write the name of a role, not an ARN.'
  return when(value.length > 64, `This has ${value.length} characters.`)
}

function applicationRoleHint(value: unknown): string | null {
  const role = typeof value === 'string' ? namedRole(value) : null
  if (role === null || role.path === '/') return roleNameHint(value)
  return `Write ${JSON.stringify(role.name)}, and add "applicationRolePath": ${JSON.stringify(role.path)}.`
}

function userNameHint(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const user = readUserArn(value)
  if (user !== null) return `Write the name alone, not an ARN: ${applicationUserText(user)}.`
  const [, path, name] = /^(\/?.*\/)([^/]+)$/.exec(value) ?? []
  if (value.startsWith('arn:')) return 'Write the name of an IAM user, not an ARN.'
  return when(
    path !== undefined,
    `The name has no path: write "name": ${JSON.stringify(name)} and "path": ${JSON.stringify(`/${path}`.replaceAll(/\/+/g, '/'))}.`,
  )
}

function userHint(value: unknown): string | null {
  const user = typeof value === 'string' ? readUserArn(value) : null
  if (user !== null) return `Write ${applicationUserText(user)}.`
  return when(
    typeof value === 'string' && UserName.safeParse(value).success,
    `Write "applicationUser": { "name": ${JSON.stringify(value)} }.`,
  )
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
  { at: /^role\.name$/, hint: roleNameHint },
  { at: /^applicationRoleName$/, hint: applicationRoleHint },
  { at: /^(additionalApplicationRoles\[\]|verifierRole)\.name$/, hint: roleWithPathHint },
  { at: /^((role|applicationUser|additionalApplicationRoles\[\]|verifierRole)\.path|applicationRolePath)$/, hint: pathHint },
  { at: /^applicationUser\.name$/, hint: userNameHint },
  { at: /^applicationUser$/, hint: userHint },
  { at: /^(logoUrl|supportUrl|privacyUrl|returnUrl|templates\..*|links\..*)$/, hint: urlHint },
  { at: /^accentColor$/, hint: colorHint },
  { at: /^regions\[\]$/, hint: regionHint },
  { at: /^(purpose|.*\.title|.*\.why|.*\.help)$/, hint: textHint },
  { at: /Length$|Duration$/, hint: (value) => when(typeof value === 'string' && /^\d+$/.test(value), `Write ${String(value)}.`) },
  { at: /\.(required|many)$/, hint: (value) => when(value === 'true' || value === 'false', `Write ${String(value)} without quotes.`) },
  {
    at: /^permissionSets\[\]\.(statements\[\]\.(actions|resources)|managedPolicyArns)$/,
    hint: (value) => when(typeof value === 'string' && value !== '', `Write [${JSON.stringify(value)}].`),
  },
  {
    at: /\.conditions\./,
    hint: (value) => when(typeof value === 'number' || typeof value === 'boolean', `Write it in quotes: "${String(value)}".`),
  },
]

/** More help with a value that does not have the form of its field; empty where nothing is known. */
function formHint(path: ConfigPath, value: unknown): string {
  const field = fieldOf(path)
  const { values } = formAt(path) ?? {}
  if (values !== undefined) return typeof value === 'string' ? suggestion(value, values) : ''
  const { hint } = hints.find(({ at }) => at.test(field)) ?? {}
  const text = hint?.(value) ?? null
  return text === null ? '' : ` ${text}`
}

/** Partitions that AWS has and Rolebridge does not serve. */
const unservedPartition = (key: string): string | null =>
  /^aws-iso(-[a-z])?$/.test(key) ? `Isolated partitions are not supported. Allowed here: ${partitionIds.join(', ')}.` : null

type Issue = z.core.$ZodIssue

const pathOf = ({ path }: Issue): ConfigPath => path.map((key) => (typeof key === 'symbol' ? String(key) : key))

function valueAt(config: unknown, path: ConfigPath): unknown {
  return path.reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined
    return Object.entries(value).find(([name]) => name === String(key))?.[1]
  }, config)
}

function unknownKey(path: ConfigPath, key: string): ConfigSpot {
  const allowed = keysIn(fieldOf(path))
  const known = unservedPartition(key) ?? unsupportedKey(key)
  const meant = suggestion(key, allowed)
  const sentence = `This key is unknown.${meant} Allowed here: ${[...allowed].sort().join(', ')}.`
  const isMisspelled = meant !== '' && key.startsWith('$')
  return { path: [...path, key], message: known === null || isMisspelled ? sentence : known }
}

/** Not beside the parser, which is a part of the first load. */
const originForm =
  'must be an origin such as https://docs.example.com, without a path, or https://*.example.com for every subdomain of a domain that is named with at least two labels'

function wrongValue(issue: Issue, config: unknown): ConfigSpot {
  const path = pathOf(issue)
  if (path.length === 0)
    return { path, message: `The config is ${found(config)}. It has to be a JSON object, for example { "name": "Acme Images", … }.` }
  const value = valueAt(config, path)
  const form = formAt(path)
  if (form === undefined) return { path, message: issue.message }
  if (fieldOf(path) === 'embed.allowedOrigins[]' && typeof value === 'string') return { path, message: originForm }
  const use = `${form.allowed}, for example ${form.example}.`
  if (value === undefined) return { path, message: `This key is missing. Add ${use}` }
  return { path, message: `${found(value)} is not allowed here. Use ${use}${formHint(path, value)}` }
}

const spotsOf = (issue: Issue, config: unknown): readonly ConfigSpot[] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => unknownKey(pathOf(issue), key)) : [wrongValue(issue, config)]

function without(config: unknown, unknownPaths: ReadonlySet<string>, path: ConfigPath = []): unknown {
  if (typeof config !== 'object' || config === null) return config
  if (Array.isArray(config)) return config.map((item, index) => without(item, unknownPaths, [...path, index]))
  const known = Object.entries(config).filter(([key]) => !unknownPaths.has(JSON.stringify([...path, key])))
  return Object.fromEntries(known.map(([key, value]) => [key, without(value, unknownPaths, [...path, key])]))
}

export type FormReading = {
  /** Null if a value has the wrong form, so that no rule can be applied. */
  readonly fields: VendorFields | null
  readonly spots: readonly ConfigSpot[]
}

/** Every key that is unknown, and every value that does not have the form of its field. */
export function readForm(config: unknown): FormReading {
  const parsed = VendorFields.safeParse(config)
  if (parsed.success) return { fields: parsed.data, spots: [] }
  const { issues } = parsed.error
  const spots = issues.flatMap((issue) => spotsOf(issue, config))
  if (issues.some(({ code }) => code !== 'unrecognized_keys')) return { fields: null, spots }
  const unknownPaths = new Set(spots.map(({ path }) => JSON.stringify(path)))
  return { fields: VendorFields.safeParse(without(config, unknownPaths)).data ?? null, spots }
}

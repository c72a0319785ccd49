import * as z from 'zod/mini'
import type { Vendor } from '#core/connection/vendor.ts'
import type { JsonValue } from '#core/policy/json/json-node.ts'
import { parseJson } from '#core/text/strings.ts'

type Path = readonly (string | number)[]

type FieldKind = 'text' | 'localized' | 'number' | 'list' | 'roles' | 'choice' | 'flag' | 'member'

/** A value of the config that has a field in the form. */
export type ConfigField = {
  readonly path: Path
  readonly kind: FieldKind
  /** Written also when it is empty, so that the message says what is missing. */
  readonly isRequired?: boolean
  /** Goes with the value, since it means nothing without it. */
  readonly object?: Path
  /** The text that a checkbox puts into a list. */
  readonly member?: string
}

export type FormValues = Readonly<Record<string, string | boolean>>

/** In the form no name can have a dot, which would nest it. */
export const fieldName = ({ path, member }: ConfigField): string => [...path, ...(member === undefined ? [] : [member])].join('/')

const text = (...path: Path): ConfigField => ({ path, kind: 'text' })
const required = (field: ConfigField): ConfigField => ({ ...field, isRequired: true })

const roleFields: readonly ConfigField[] = [
  required(text('role', 'name')),
  { path: ['role', 'nameSuffix'], kind: 'choice' },
  text('role', 'path'),
  { path: ['role', 'maxSessionDuration'], kind: 'number' },
  { path: ['role', 'permissionsBoundary'], kind: 'choice' },
  ...['path', 'tags', 'maxSessionDuration'].map((member): ConfigField => ({ path: ['role', 'customerMayChoose'], kind: 'member', member })),
]

/** The main fields, in the groups of the form. */
export const fieldGroups = {
  product: [
    required(text('name')),
    required({ path: ['purpose'], kind: 'localized' }),
    text('accentColor'),
    text('logoUrl'),
    text('supportUrl'),
    text('privacyUrl'),
    text('returnUrl'),
  ],
  accounts: [
    ...['aws', 'aws-us-gov', 'aws-cn', 'aws-eusc'].map((partition) => text('accounts', partition)),
    text('applicationRoleName'),
    text('applicationRolePath'),
    { path: ['additionalApplicationRoles'], kind: 'roles' },
    { ...text('verifierRole', 'name'), object: ['verifierRole'] },
    text('verifierRole', 'path'),
    { ...text('applicationUser', 'name'), object: ['applicationUser'] },
    text('applicationUser', 'path'),
    required({ path: ['regions'], kind: 'list' }),
  ],
  role: roleFields,
  externalId: [
    { path: ['externalId', 'mode'], kind: 'choice' },
    { path: ['externalId', 'minimumLength'], kind: 'number' },
  ],
  embed: [{ path: ['embed', 'allowedOrigins'], kind: 'list' }],
} as const satisfies Readonly<Record<string, readonly ConfigField[]>>

export type FieldGroup = keyof typeof fieldGroups

export const setFields = (index: number): readonly ConfigField[] => [
  required({ path: ['permissionSets', index, 'title'], kind: 'localized' }),
  required({ path: ['permissionSets', index, 'why'], kind: 'localized' }),
  { path: ['permissionSets', index, 'required'], kind: 'flag' },
]

export const allFields = ({ permissionSets }: Vendor): readonly ConfigField[] => [
  ...Object.values(fieldGroups).flat(),
  ...permissionSets.flatMap((_, index) => setFields(index)),
]

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((node, step) => (typeof node === 'object' && node !== null ? Reflect.get(node, step) : undefined), value)

const Texts = z.array(z.string())
const Localized = z.looseObject({ en: z.string() })

const NamedRoles = z.array(z.object({ name: z.string(), path: z._default(z.string(), '/') }))

/** One text for each role, with its path where it has one. */
const roleText = ({ name, path }: { readonly name: string; readonly path: string }): string => (path === '/' ? name : `${path}${name}`)

function roleIn(text: string): JsonValue {
  const [, path = '', name = text] = /^(.*\/)([^/]*)$/.exec(text) ?? []
  return path === '' || path === '/' ? { name } : { name, path }
}

const shownText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')

/** How the form shows a value of the config. */
const shown: Readonly<Record<FieldKind, (value: unknown, field: ConfigField) => string | boolean>> = {
  text: shownText,
  number: shownText,
  choice: shownText,
  localized: (value) => Localized.safeParse(value).data?.en ?? shownText(value),
  list: (value) => Texts.safeParse(value).data?.join(', ') ?? '',
  roles: (value) => NamedRoles.safeParse(value).data?.map(roleText).join(', ') ?? '',
  flag: (value) => value === true,
  member: (value, { member = '' }) => Texts.safeParse(value).data?.includes(member) === true,
}

/** The fields of the form with the values of the text. */
export function formValues(configText: string, fields: readonly ConfigField[]): FormValues {
  const config = parseJson(configText)
  return Object.fromEntries(fields.map((field) => [fieldName(field), shown[field.kind](valueAt(config, field.path), field)]))
}

const listIn = (typed: string): readonly string[] => typed.split(/[\s,;]+/).filter((item) => item !== '')

function typedValue({ kind }: ConfigField, typed: string): JsonValue {
  if (kind === 'list') return listIn(typed)
  if (kind === 'roles') return listIn(typed).map(roleIn)
  return kind === 'number' && /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : typed
}

function withMember({ path, member = '' }: ConfigField, config: unknown, isIn: boolean): JsonValue {
  const before = Texts.safeParse(valueAt(config, path)).data ?? []
  if (isIn) return before.includes(member) ? before : [...before, member]
  return before.filter((each) => each !== member)
}

/** The edit of the text that a field asks for. Without a value, the key goes. */
export function fieldEdit(field: ConfigField, configText: string, typed: string | boolean) {
  const config = parseJson(configText)
  const { path, kind, isRequired = false, object = path } = field
  if (kind === 'member') return { path, value: withMember(field, config, typed === true) }
  if (typeof typed === 'boolean') return { path, value: typed || undefined }
  if (typed.trim() === '' && !isRequired) return { path: object, value: undefined }
  const isByLanguage = kind === 'localized' && Localized.safeParse(valueAt(config, path)).success
  return { path: isByLanguage ? [...path, 'en'] : path, value: typedValue(field, typed) }
}

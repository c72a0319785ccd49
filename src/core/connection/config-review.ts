import type { TextRange } from '#core/policy/form/rule.ts'
import { wrappedJson } from '#core/policy/json/edited-text.ts'
import { type JsonValue, jsonValue } from '#core/policy/json/json-node.ts'
import { readJson } from '#core/policy/json/json-with-positions.ts'
import { placeOf } from '#core/policy/json/source-map.ts'
import { withoutServedFields } from './served-config.ts'
import { readVendorConfig, type ServedVendor, type Vendor } from './vendor.ts'
import type { ConfigFinding, ConfigPath } from './vendor-config/config-finding.ts'
import { type ReadConfigText, readConfigText } from './vendor-config/config-text.ts'

/** A finding, and where the text has it. */
export type ConfigIssue = ConfigFinding & {
  readonly range?: TextRange
  /** The message's language. The config rules have English texts only, like the server's log. */
  readonly language: string
}

export type ConfigReview = {
  /** Null while there is an error. */
  readonly vendor: Vendor | null
  readonly issues: readonly ConfigIssue[]
}

type Places = Pick<ReadConfigText, 'root' | 'map'>

/** The key of what is longer than a line, and of what is missing the object that it belongs in. */
function rangeOf(places: Places, path: ConfigPath): TextRange | undefined {
  const value = placeOf(places.root, path, 'value')
  if (value === undefined) return path.length === 0 ? undefined : rangeOf(places, path.slice(0, -1))
  const range = places.map.range(value)
  if (range.start.line === range.end.line) return range
  return path.length === 0 ? places.map.range({ start: value.start, end: value.start + 1 }) : keyRange(places, path)
}

function keyRange({ root, map }: Places, path: ConfigPath): TextRange | undefined {
  const place = placeOf(root, path, 'key')
  return place === undefined ? undefined : map.range(place)
}

const placed =
  (places: Places, language: string) =>
  (finding: ConfigFinding): ConfigIssue => {
    const range = rangeOf(places, finding.path)
    return { ...finding, language, ...(range === undefined ? {} : { range }) }
  }

/** Says everything about the text of a config at once. `lint` adds what follows from a config without errors. */
export function reviewConfig(text: string, language: string, lint: (vendor: Vendor) => readonly ConfigFinding[]): ConfigReview {
  const json = readConfigText(text, language)
  if (json.kind === 'faults')
    return { vendor: null, issues: json.faults.map((fault) => ({ ...fault, severity: 'error', path: [], language })) }
  const { vendor, findings } = readVendorConfig(json.value)
  const warnings = json.warnings.map((message): ConfigFinding => ({ severity: 'warning', path: [], message }))
  const linted = vendor === null ? [] : lint(vendor)
  return { vendor, issues: [...[...warnings, ...findings].map(placed(json, 'en')), ...linted.map(placed(json, language))] }
}

/** Texts of the vendor that are English alone can be plain. */
const plainTexts = ['title', 'why', 'purpose', 'help']

const isEmpty = (value: JsonValue): boolean =>
  value === false || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value)

function plain(key: string, value: JsonValue): JsonValue {
  if (isList(value)) return value.map((item) => plain('', item))
  if (typeof value !== 'object' || value === null) return value
  const members = Object.entries(value)
  const [first] = members
  if (first?.[0] === 'en' && members.length === 1 && plainTexts.includes(key)) return first[1]
  return Object.fromEntries(
    members.flatMap(([name, member]) => {
      const written = plain(name, member)
      return isEmpty(written) && !required.includes(name) ? [] : [[name, written]]
    }),
  )
}

/** Objects that can be empty and must be there. */
const required = ['templates', 'externalId']

/** The simulator puts its own in the place of those that are missing. */
const isSimulated = (url: string): boolean => url.startsWith('https://simulated-templates.s3.')

/** The server's config file, as far as it follows from the served config: without empty defaults. */
export function configText(served: ServedVendor): string {
  const templates = Object.fromEntries(Object.entries(served.templates).filter(([, url]) => url !== undefined && !isSimulated(url)))
  const json = JSON.stringify({ $schema: './vendor.schema.json', ...withoutServedFields(served), templates })
  const { root } = readJson(json)
  return root === null ? json : wrappedJson(plain('', jsonValue(root)))
}

import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { getPublicSuffix } from 'tldts'
import { partitionIds } from '#core/aws/partition.ts'
import { readVendorConfig, type Vendor } from '#core/connection/vendor.ts'
import { type ConfigFinding, findingText } from '#core/connection/vendor-config/config-finding.ts'
import { faultText, readConfigText } from '#core/connection/vendor-config/config-text.ts'
import { exampleAccount } from '#core/connection/vendor-config/partition-rules.ts'
import { type ActionKnowledge, actionKnowledge, namedServices, ServiceFacts, ServiceIndex } from '#core/rules/action-knowledge.ts'
import { planFindings } from '#core/rules/plan-findings.ts'
import type { Environment } from './environment.ts'

/** The host after the star; null for an origin without one. */
const wildcardDomain = (origin: string): string | null => /^https?:\/\/\*\.([^:/]+)/.exec(origin)?.[1] ?? null

/** Domains of one company with public suffixes below them, such as s3.amazonaws.com. A star matches any number of labels. */
const aboveSuffixes = ['amazonaws.com', 'amazonaws.com.cn', 'amazonaws.eu', 'azure.com', 'googleapis.com', 'windows.net']

const isShared = (domain: string): boolean =>
  aboveSuffixes.includes(domain) || getPublicSuffix(domain, { allowPrivateDomains: true }) === domain

/**
 * A wildcard over a public suffix lets pages of strangers show the wizard: anyone can get a name under github.io or co.uk.
 * https://publicsuffix.org/list/
 */
export function publicSuffixFindings({ embed }: Vendor): readonly ConfigFinding[] {
  return embed.allowedOrigins.flatMap((origin, index): ConfigFinding[] => {
    const domain = wildcardDomain(origin)
    if (domain === null || !isShared(domain)) return []
    return [
      {
        severity: 'error',
        path: ['embed', 'allowedOrigins', index],
        message: `${origin} lets strangers show the wizard, because anyone can get a name under ${domain}. Name a domain of your own, for example https://*.docs.example.com.`,
      },
    ]
  })
}

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'))

/** Action data of the services that the text names. Undefined where the folder has none: rules that need it say nothing. */
function actionKnowledgeFrom(folder: string, text: string): ActionKnowledge | undefined {
  try {
    const index = ServiceIndex.parse(json(join(folder, 'index.json')))
    const services = namedServices(text, index).map((prefix) => ServiceFacts.parse(json(join(folder, `${prefix}.json`))))
    return actionKnowledge(index, services)
  } catch {
    return undefined
  }
}

/** Faults and warnings are sentences, each with the place that it is about. */
export type VendorReading = { readonly path: string; readonly warnings: readonly string[] } & (
  | { readonly kind: 'vendor'; readonly vendor: Vendor }
  | { readonly kind: 'faults'; readonly faults: readonly string[] }
)

const fileFault = (path: string): string => {
  if (!existsSync(path))
    return `There is no file ${path}. Set ROLEBRIDGE_VENDOR to the path of your config, for example /etc/rolebridge/vendor.json.`
  if (statSync(path).isDirectory()) return `${path} is a folder. Name the file in it, for example ${join(path, 'vendor.json')}.`
  return `${path} cannot be read. Give the user that runs the server permission to read it.`
}

function fileText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

const sentences = (findings: readonly ConfigFinding[], wanted: ConfigFinding['severity']): readonly string[] =>
  findings.filter(({ severity }) => severity === wanted).map(findingText)

/** The folder with the action data: of the build, or of the source. */
const actionData = ['../client/iam-data', '../../../public/iam-data'].map((folder) => join(import.meta.dirname, folder))

function lint(vendor: Vendor): readonly ConfigFinding[] {
  const folder = actionData.find((candidate) => existsSync(candidate)) ?? ''
  return planFindings(vendor, actionKnowledgeFrom(folder, JSON.stringify(vendor.permissionSets)))
}

/** Reads the config, applies the rules, and lints what it makes. */
export function readVendorFile(path: string): VendorReading {
  const text = fileText(path)
  if (text === null) return { kind: 'faults', path, faults: [fileFault(path)], warnings: [] }
  const json = readConfigText(text)
  if (json.kind === 'faults') return { kind: 'faults', path, faults: json.faults.map(faultText), warnings: [] }
  const { vendor, findings } = readVendorConfig(json.value)
  const all = [...findings, ...(vendor === null ? [] : [...publicSuffixFindings(vendor), ...lint(vendor)])]
  const faults = sentences(all, 'error')
  const warnings = [...json.warnings, ...sentences(all, 'warning')]
  return vendor === null || faults.length > 0 ? { kind: 'faults', path, faults, warnings } : { kind: 'vendor', path, vendor, warnings }
}

/** Numbers of AWS's documentation, as in the demo vendor's config. */
const documentationAccount = /^1111222233(33)$|^11112222(4444|5555|6666)$|^444455556666$/

/** Accounts of the config that belong to examples. The owner of such a number could use the roles of real customers. */
export const demoAccounts = ({ accounts }: Vendor): readonly string[] =>
  partitionIds
    .flatMap((partition) => accounts[partition] ?? [])
    .filter((account) => documentationAccount.test(account) || exampleAccount.test(account))

export const demoAccountsSentence = (path: string, accounts: readonly string[]): string =>
  `${path}: These accounts are from examples, as in the demo vendor's config: ${accounts.join(', ')}. Customers would trust accounts that are not yours. Set ROLEBRIDGE_VENDOR to your own config, for example /etc/rolebridge/vendor.json.`

/** The config in the current folder, as `init` writes it. */
export const localConfig = 'vendor.json'

/** The file of the demo vendor: in the build, or in the source where there is none. */
const ofDemo = [join(import.meta.dirname, '../client/vendor.json'), 'public/vendor.json']

/** The config that is used: the named one, or the one in the current folder, or the demo vendor's. */
export const usedVendorPath = (named: string | null): string =>
  named ?? [localConfig, ...ofDemo].find((path) => existsSync(path)) ?? localConfig

export const vendorPathOf = (file: string | undefined, { ROLEBRIDGE_VENDOR: named }: Environment): string =>
  usedVendorPath(file ?? (named || null))

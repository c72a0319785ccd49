import { parseArgs } from 'node:util'
import { type PublishedTemplate, publishedTemplates } from '#core/artifacts/cloudformation-template.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { suggestion } from '#core/connection/vendor-config/config-finding.ts'
import type { Environment } from '#server/config/environment.ts'
import { demoAccounts, demoAccountsSentence, readVendorFile } from '#server/config/vendor-file.ts'
import { readBuckets, withBuckets } from './template-buckets.ts'

export const usage = `Writes the CloudFormation template of each partition and says how to publish it.

  npm run template                 write dist/templates/ and print the upload commands
  npm run template -- --bucket B   the same, for a bucket; prints the "templates" for the config
  npm run template -- --check      fail if the config's URLs do not carry the templates' versions
  npm run template -- --write      put the new URLs into the config
  --bucket PARTITION=NAME@REGION   the bucket of a partition; once for each
  --config FILE                    the vendor's config (ROLEBRIDGE_VENDOR, else public/vendor.json)
  --help                           this text
`

const options = {
  check: { type: 'boolean' },
  write: { type: 'boolean' },
  bucket: { type: 'string', multiple: true },
  config: { type: 'string' },
  help: { type: 'boolean' },
} as const

type TemplateCommand = {
  readonly action: 'print' | 'check' | 'write'
  readonly path: string
  readonly vendor: Vendor
  readonly templates: readonly PublishedTemplate[]
  readonly hasBuckets: boolean
}

export type CommandReading =
  | { readonly kind: 'command'; readonly command: TemplateCommand }
  | { readonly kind: 'help' }
  | { readonly kind: 'faults'; readonly faults: readonly string[] }

const names = Object.keys(options)
const known = names.map((name) => `--${name}`).join(', ')
const withValue: readonly string[] = ['bucket', 'config']

type Option = { readonly name: string; readonly rawName: string; readonly value: string | undefined }

function optionFault({ name, rawName, value }: Option): string | null {
  if (!names.includes(name)) return `${rawName} is unknown.${suggestion(name, names)} Use ${known}.`
  if (withValue.includes(name))
    return value ? null : `${rawName} needs a value, for example --bucket acme-templates or --config my-vendor.json.`
  return value === undefined ? null : `${rawName} takes no value. Use ${known}.`
}

function optionFaults(words: readonly string[]): readonly string[] {
  const { tokens } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true })
  return tokens.flatMap((token) => {
    if (token.kind === 'positional') return [`${JSON.stringify(token.value)} is unknown. Name the config with --config FILE. Use ${known}.`]
    return token.kind === 'option' ? (optionFault(token) ?? []) : []
  })
}

const isProduction = ({ NODE_ENV, ROLEBRIDGE_AWS }: Environment): boolean => NODE_ENV === 'production' || ROLEBRIDGE_AWS === 'live'

type Actions = { readonly check?: boolean | undefined; readonly write?: boolean | undefined }

function actionOf({ check, write }: Actions): TemplateCommand['action'] {
  if (write) return 'write'
  return check ? 'check' : 'print'
}

function refusals(path: string, vendor: Vendor, environment: Environment): readonly string[] {
  const accounts = isProduction(environment) ? demoAccounts(vendor) : []
  return accounts.length === 0 ? [] : [demoAccountsSentence(path, accounts)]
}

export function readCommand(words: readonly string[], environment: Environment): CommandReading {
  const faults = optionFaults(words)
  if (faults.length > 0) return { kind: 'faults', faults }
  const { values } = parseArgs({ args: [...words], options })
  if (values.help) return { kind: 'help' }
  const path = values.config ?? (environment['ROLEBRIDGE_VENDOR'] || 'public/vendor.json')
  const file = readVendorFile(path)
  if (file.kind === 'faults') return { kind: 'faults', faults: file.faults.map((fault) => `${path}: ${fault}`) }
  const reading = readBuckets(values.bucket ?? [], file.vendor)
  const refused = [...refusals(path, file.vendor, environment), ...(reading.kind === 'faults' ? reading.faults : [])]
  if (refused.length > 0 || reading.kind === 'faults') return { kind: 'faults', faults: refused }
  const templates = publishedTemplates(withBuckets(file.vendor, reading.buckets))
  const command = { path, vendor: file.vendor, templates, hasBuckets: reading.buckets.length > 0 }
  return { kind: 'command', command: { ...command, action: actionOf(values) } }
}

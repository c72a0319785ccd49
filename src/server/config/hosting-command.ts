import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Region } from '#core/aws/region.ts'
import { HostingPlatform } from '#core/connection/hosting-platform.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { offeredRegions } from '#core/connection/vendor-fields.ts'
import { hostingDialects } from '#core/hosting/hosting-artifacts.ts'
import { exampleChoice, hostingPlan, rolesToAssume } from '#core/hosting/hosting-plan.ts'
import {
  fieldsOf,
  type HostingFault,
  type HostingField,
  type HostingTexts,
  hostingFaultText,
  hostingValueMessages,
  needsConfigFirst,
  readHostingTexts,
  readOwnResources,
} from '#core/hosting/hosting-values.ts'
import { userDialects } from '#core/hosting/user-artifacts.ts'
import { userPlan } from '#core/hosting/user-plan.ts'
import { lintHostingPolicy } from '#core/rules/lint.ts'
import { nearest } from '#core/text/nearest.ts'
import { readVendorFile } from './vendor-file.ts'

const artifactIds = hostingDialects.map(({ id }) => id)

const usage = (): string => `Prints the application role or IAM user of the vendor's config: policies, templates, or commands.

  node dist/server/main.js hosting [FILE] [--on PLATFORM] [--as ARTIFACT] [--region REGION] [--table NAME]… [--bucket NAME]… [--registry-table NAME]

  PLATFORM   ${HostingPlatform.options.join(', ')}. Default: "hosting" in the config
  ARTIFACT   ${artifactIds.join(', ')}. Default: cloudformation

An IAM user ("applicationUser" in the config) has no platform and no trust policy. No access key is created or printed.

Required for some platforms:
${requiredOptions()}

Without --table, --bucket, or --registry-table, the policies have no statement for them. Names and ARNs are accepted.
Without FILE it reads the file that ROLEBRIDGE_VENDOR names, or the config of the build.

The page #/hosting of your running wizard shows the same with figures, code that switches roles, and an editor for the config.
`

function requiredOptions(): string {
  const lines = HostingPlatform.options.flatMap((platform) => {
    const fields = fieldsOf[platform]
    return fields.length === 0 ? [] : [`  ${platform.padEnd(14)}  ${fields.map((field) => `--${optionOf[field]}`).join(', ')}`]
  })
  return lines.join('\n')
}

const text = { type: 'string' } as const
const many = { type: 'string', multiple: true } as const
const options = {
  on: text,
  as: { type: 'string', default: 'cloudformation' },
  region: text,
  table: many,
  bucket: many,
  'registry-table': text,
  cluster: text,
  namespace: text,
  'service-account': text,
  'oidc-issuer': text,
  'trust-anchor-arn': text,
  'function-name': text,
  help: { type: 'boolean', short: 'h', default: false },
} as const

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true })
  } catch {
    return null
  }
}

type Values = NonNullable<ReturnType<typeof parsed>>['values']

export type Report = { readonly text: string; readonly exitCode: 0 | 1 }

const fault = (sentence: string): Report => ({ text: `${sentence}\n`, exitCode: 1 })

function unknown(what: string, given: string, known: readonly string[]): Report {
  const suggestion = nearest(given, known)
  return fault(`There is no ${what} ${given}. Use one of ${known.join(', ')}.${suggestion === null ? '' : ` Did you mean ${suggestion}?`}`)
}

const optionOf: Readonly<Record<HostingField, Exclude<keyof Values, 'on' | 'as' | 'region' | 'help'>>> = {
  tables: 'table',
  buckets: 'bucket',
  registryTable: 'registry-table',
  cluster: 'cluster',
  namespace: 'namespace',
  serviceAccount: 'service-account',
  oidcIssuer: 'oidc-issuer',
  trustAnchorArn: 'trust-anchor-arn',
  functionName: 'function-name',
}

/** Without examples, unlike the fields of the screen: a file must not have a made-up value. */
const texts = (values: Values): HostingTexts => ({
  tables: (values.table ?? []).join(' '),
  buckets: (values.bucket ?? []).join(' '),
  registryTable: values['registry-table'] ?? '',
  cluster: values.cluster ?? '',
  namespace: values.namespace ?? '',
  serviceAccount: values['service-account'] ?? '',
  oidcIssuer: values['oidc-issuer'] ?? '',
  trustAnchorArn: values['trust-anchor-arn'] ?? '',
  functionName: values['function-name'] ?? '',
})

const noPlatform =
  'The config names an IAM user, which no platform can hand to an application. Leave out --on, or use "applicationRoleName" in place of "applicationUser".'
const noTrustPolicy = 'The config names an IAM user. Users have no trust policy, so there is none to print.'

function printedUser(vendor: Vendor, user: NonNullable<Vendor['applicationUser']>, values: Values): Report {
  const offered = offeredRegions(vendor).map(({ region }) => region)
  const named = values.region ?? exampleChoice(vendor).region
  const region = offered.find((each) => each === named)
  if (values.on !== undefined) return fault(noPlatform)
  if (values.as === 'trust-policy') return fault(noTrustPolicy)
  const dialect = userDialects.find(({ id }) => id === values.as)
  if (dialect === undefined)
    return unknown(
      'artifact',
      values.as,
      userDialects.map(({ id }) => id),
    )
  if (region === undefined) return unknown('Region', named, offered)
  const { resources, faults } = readOwnResources(vendor, region, texts(values))
  return faults.length > 0
    ? faultsOf(faults, vendor, region)
    : { text: dialect.render(userPlan(vendor, user, { ...resources, region })).text, exitCode: 0 }
}

const faultsOf = (faults: readonly HostingFault[], vendor: Vendor, region: Region): Report =>
  fault(faults.map((each) => `--${optionOf[each.field]}: ${hostingFaultText(each, vendor, region)}`).join('\n'))

function printed(vendor: Vendor, values: Values): Report {
  if (vendor.applicationUser !== undefined) return printedUser(vendor, vendor.applicationUser, values)

  const offered = offeredRegions(vendor).map(({ region }) => region)
  const { on = vendor.hosting, region: named = exampleChoice(vendor).region } = values
  const platform = HostingPlatform.options.find((each) => each === on)
  const dialect = hostingDialects.find(({ id }) => id === values.as)
  const region = offered.find((each) => each === named)
  if (platform === undefined) return unknown('platform', on, HostingPlatform.options)
  if (dialect === undefined) return unknown('artifact', values.as, artifactIds)
  if (region === undefined) return unknown('Region', named, offered)
  if (needsConfigFirst(vendor, platform)) return fault(hostingValueMessages.in('en').configFirst)
  const { choice, faults } = readHostingTexts(vendor, { platform, region }, texts(values))
  if (faults.length > 0) return faultsOf(faults, vendor, region)
  return { text: dialect.render(hostingPlan(vendor, choice)).text, exitCode: 0 }
}

function output(words: readonly string[], defaultPath: string): Report {
  const reading = parsed(words)
  if (reading === null || reading.positionals.length > 1) return { text: usage(), exitCode: 1 }
  if (reading.values.help) return { text: usage(), exitCode: 0 }
  const file = readVendorFile(reading.positionals[0] ?? defaultPath)
  if (file.kind === 'faults') return fault([`${file.path} has errors:`, ...file.faults].join('\n  '))
  return printed(file.vendor, reading.values)
}

/** `rolebridge hosting [FILE]`. Answers with the exit code; errors go to standard error, so that the output can go to a file. */
export function printHosting(words: readonly string[], defaultPath: string): number {
  const { text: written, exitCode } = output(words, defaultPath)
  const stream = exitCode === 0 ? process.stdout : process.stderr
  stream.write(written)
  return exitCode
}

/** In the partition that the policy names, or else in that of the first Region. */
function assumableRoles(vendor: Vendor, policy: string): readonly string[] {
  const offered = offeredRegions(vendor)
  const found = ['iam:', ''].flatMap((service) => offered.find(({ partition }) => policy.includes(`arn:${partition}:${service}`)) ?? [])
  return [...found, ...offered].slice(0, 1).flatMap(({ partition }) => rolesToAssume(vendor, partition))
}

function fileText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** The findings about a hosting policy in a file. Without a config it is not compared with the role of one. */
export function hostingPolicyReport(path: string, vendor: Vendor | null): Report {
  const policy = fileText(path)
  if (policy === null) return fault(`${path} cannot be read.`)
  const findings = lintHostingPolicy(policy, 'en', vendor === null ? null : { assumableRoles: assumableRoles(vendor, policy) })
  const lines = findings.map(({ rule, severity, message, why, range }) => {
    const line = range === undefined ? '' : `:${range.start.line}`
    return `  ${rule} ${severity}${line} ${message} ${why}`
  })
  const isSevere = findings.some(({ severity }) => ['error', 'critical', 'high'].includes(severity))
  const summary = `${path}: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`
  return { text: [...lines, summary, ''].join('\n'), exitCode: isSevere ? 1 : 0 }
}

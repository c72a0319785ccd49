import { readFileSync } from 'node:fs'
import type { Region } from '#core/aws/region.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { HostingPlatform, offeredRegions } from '#core/connection/vendor-fields.ts'
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
import type { Environment } from '#server/config/environment.ts'
import { readVendorFile, vendorPathOf } from '#server/config/vendor-file.ts'
import { counted, type Given, type Output } from './command.ts'
import { hostedRole } from './hosting-role.ts'

const artifactIds = hostingDialects.map(({ id }) => id)

export const hostingDetails = (): string => `PLATFORM   ${HostingPlatform.options.join(', ')}. Default: "hosting" in the config
ARTIFACT   ${artifactIds.join(', ')}. Default: cloudformation

An IAM user ("applicationUser" in the config) has no platform and no trust policy. No access key is created or printed.

Required for some platforms:
${requiredOptions()}

With --role, the artifact is about a role in "additionalApplicationRoles" or "verifierRole". The policy of the verifier has no statement for --table and --bucket.

Without --table, --bucket, or --registry-table, the policies have no statement for them. Names and ARNs are accepted.
Without FILE it reads the config that ROLEBRIDGE_VENDOR names, or vendor.json in this folder, or the demo vendor's.

The page #/hosting of your running wizard shows the same with figures, code that switches roles, and an editor for the config.`

function requiredOptions(): string {
  const lines = HostingPlatform.options.flatMap((platform) => {
    const fields = fieldsOf[platform]
    return fields.length === 0 ? [] : [`  ${platform.padEnd(14)}  ${fields.map((field) => `--${optionOf[field]}`).join(', ')}`]
  })
  return lines.join('\n')
}

export type HostingOption =
  | 'on'
  | 'as'
  | 'role'
  | 'region'
  | 'table'
  | 'bucket'
  | 'registry-table'
  | 'cluster'
  | 'namespace'
  | 'service-account'
  | 'oidc-issuer'
  | 'trust-anchor-arn'
  | 'function-name'

const fault = (sentence: string): Output => ({ errors: `${sentence}\n`, exitCode: 1 })

/** The options as typed. */
type Values = {
  readonly on: string | undefined
  readonly as: string
  readonly role: string | undefined
  readonly region: string | undefined
  readonly texts: HostingTexts
}

function unknown(what: string, given: string, known: readonly string[]): Output {
  const suggestion = nearest(given, known)
  return fault(`There is no ${what} ${given}. Use one of ${known.join(', ')}.${suggestion === null ? '' : ` Did you mean ${suggestion}?`}`)
}

const optionOf: Readonly<Record<HostingField, Exclude<HostingOption, 'on' | 'as' | 'role' | 'region'>>> = {
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
function valuesOf(given: Given<HostingOption>): Values {
  const textOf = (field: HostingField): string => given.values(optionOf[field]).join(' ')
  const texts: HostingTexts = {
    tables: textOf('tables'),
    buckets: textOf('buckets'),
    registryTable: textOf('registryTable'),
    cluster: textOf('cluster'),
    namespace: textOf('namespace'),
    serviceAccount: textOf('serviceAccount'),
    oidcIssuer: textOf('oidcIssuer'),
    trustAnchorArn: textOf('trustAnchorArn'),
    functionName: textOf('functionName'),
  }
  return {
    on: given.value('on'),
    as: given.value('as') ?? 'cloudformation',
    role: given.value('role'),
    region: given.value('region'),
    texts,
  }
}

const noPlatform =
  'The config names an IAM user, which no platform can hand to an application. Leave out --on, or use "applicationRoleName" in place of "applicationUser".'
const noRole = 'The config names an IAM user and no role. Leave out --role.'
const noTrustPolicy = 'The config names an IAM user. Users have no trust policy, so there is none to print.'

function printedUser(vendor: Vendor, user: NonNullable<Vendor['applicationUser']>, values: Values): Output {
  const offered = offeredRegions(vendor).map(({ region }) => region)
  const named = values.region ?? exampleChoice(vendor).region
  const region = offered.find((each) => each === named)
  if (values.on !== undefined) return fault(noPlatform)
  if (values.role !== undefined) return fault(noRole)
  if (values.as === 'trust-policy') return fault(noTrustPolicy)
  const dialect = userDialects.find(({ id }) => id === values.as)
  if (dialect === undefined)
    return unknown(
      'artifact',
      values.as,
      userDialects.map(({ id }) => id),
    )
  if (region === undefined) return unknown('Region', named, offered)
  const { resources, faults } = readOwnResources(vendor, region, values.texts)
  return faults.length > 0
    ? faultsOf(faults, vendor, region)
    : { text: dialect.render(userPlan(vendor, user, { ...resources, region })).text, exitCode: 0 }
}

const faultsOf = (faults: readonly HostingFault[], vendor: Vendor, region: Region): Output =>
  fault(faults.map((each) => `--${optionOf[each.field]}: ${hostingFaultText(each, vendor, region)}`).join('\n'))

function printed(vendor: Vendor, values: Values): Output {
  if (vendor.applicationUser !== undefined) return printedUser(vendor, vendor.applicationUser, values)

  const offered = offeredRegions(vendor).map(({ region }) => region)
  const on = values.on ?? vendor.hosting
  const named = values.region ?? exampleChoice(vendor).region
  const platform = HostingPlatform.options.find((each) => each === on)
  const dialect = hostingDialects.find(({ id }) => id === values.as)
  const region = offered.find((each) => each === named)
  if (platform === undefined) return unknown('platform', on, HostingPlatform.options)
  if (dialect === undefined) return unknown('artifact', values.as, artifactIds)
  if (region === undefined) return unknown('Region', named, offered)
  if (needsConfigFirst(vendor, platform)) return fault(hostingValueMessages.in('en').configFirst)
  const hosted = hostedRole(vendor, values.role)
  if (hosted.kind === 'fault') return fault(hosted.sentence)
  const { choice, faults } = readHostingTexts(vendor, { platform, region }, values.texts)
  if (faults.length > 0) return faultsOf(faults, vendor, region)
  return { text: dialect.render(hostingPlan(vendor, choice, hosted.role)).text, exitCode: 0 }
}

/** `rolebridge hosting [FILE]`. */
export function hostingReport(given: Given<HostingOption>, environment: Environment): Output {
  const file = readVendorFile(vendorPathOf(given.file, environment))
  return file.kind === 'faults' ? fault([`${file.path} has errors:`, ...file.faults].join('\n  ')) : printed(file.vendor, valuesOf(given))
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
export function hostingPolicyReport(path: string, vendor: Vendor | null): Output & { readonly text: string } {
  const policy = fileText(path)
  if (policy === null) return { text: `${path} cannot be read.\n`, exitCode: 1 }
  const findings = lintHostingPolicy(policy, 'en', vendor === null ? null : { assumableRoles: assumableRoles(vendor, policy) })
  const lines = findings.map(({ rule, severity, message, why, range }) => {
    const line = range === undefined ? '' : `:${range.start.line}`
    return `  ${rule} ${severity}${line} ${message} ${why}`
  })
  const isSevere = findings.some(({ severity }) => ['error', 'critical', 'high'].includes(severity))
  const summary = `${path}: ${counted(findings.length, 'finding')}.`
  return { text: [...lines, summary, ''].join('\n'), exitCode: isSevere ? 1 : 0 }
}

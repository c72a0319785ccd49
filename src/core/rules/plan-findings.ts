import { publishedTemplates } from '#core/artifacts/cloudformation-template.ts'
import { quickCreateLink } from '#core/artifacts/quick-create.ts'
import { templateParametersSection } from '#core/artifacts/template-parameters.ts'
import type { ParameterKind } from '#core/aws/parameter-kind.ts'
import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import type { Partition } from '#core/aws/partition.ts'
import { partitionOf, type Region } from '#core/aws/region.ts'
import { connectionTerms } from '#core/connection/connection.ts'
import { exampleValue } from '#core/connection/parameter-value.ts'
import { isOfferedIn, offeredSets, type PermissionSetParameter, vendorIn } from '#core/connection/permission-set.ts'
import { hasPermissions, type RolePlan, rolePlan } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { type ConfigFinding, type ConfigPath, type ConfigSeverity, findingText } from '#core/connection/vendor-config/config-finding.ts'
import { servedPartitions } from '#core/connection/vendor-fields.ts'
import type { Finding, Path } from '#core/policy/form/rule.ts'
import { policyQuotas, policySize } from '#core/policy/size.ts'
import type { ActionKnowledge } from '#core/rules/action-knowledge.ts'
import { lintPermissionsPolicy, lintTrustPolicy } from '#core/rules/lint.ts'
import { lintQuickCreateLink } from '#core/rules/template/lint-template.ts'
import { contextOfPlan } from '#core/rules/trust-subject.ts'
import { managedPolicyFindings } from './permissions/managed-policies.ts'

const customerAccounts = ['444455556666', '555566667777', '666677778888', '777788889999', '888899990000']

/** Long values of the kinds that have more of a form than a length. */
const forms: Partial<Readonly<Record<ParameterKind, (index: number) => string>>> = {
  'kms-key-id': (index) => `1234abcd-12ab-34cd-56ef-${String(index).padStart(12, '0')}`,
}

/** Values of the greatest length, each different. Regions and ARNs are as long as those that customers have. */
function longest({ kind, example }: PermissionSetParameter, region: Region, index: number): string {
  if (kind === 'region' || kind === 'arn') return `${exampleValue({ kind, example }, region)}${kind === 'arn' ? index : ''}`
  return forms[kind]?.(index) ?? String(index).padStart(parameterKinds[kind].maximumLength, 'a')
}

const valuesMaximum = 20

/** `example`: one short value for each parameter. `longest`: as many and as long values as customers can enter. */
type Filling = 'example' | 'longest'

function enteredValue(parameter: PermissionSetParameter, region: Region, filling: Filling): string | readonly string[] {
  const { many } = parameter
  if (filling === 'example') return many ? [exampleValue(parameter, region)] : exampleValue(parameter, region)
  const values = Array.from({ length: many ? valuesMaximum : 1 }, (_, index) => longest(parameter, region, index))
  return many ? values : (values[0] ?? '')
}

const permissionsOf = (vendor: Vendor, region: Region, filling: Filling) =>
  Object.fromEntries(
    offeredSets(vendor.permissionSets, region).map((set) => [
      set.id,
      Object.fromEntries(set.parameters.map((parameter) => [parameter.id, enteredValue(parameter, region, filling)])),
    ]),
  )

/** The role of a customer who chooses every permission set; null where no customer could. */
function examplePlan(vendor: Vendor, partition: Partition, filling: Filling): RolePlan | null {
  const accountId = customerAccounts.find((id) => !Object.values(vendor.accounts).some((account) => account === id))
  const region = vendor.regions.find((candidate) => partitionOf(candidate) === partition)
  if (region === undefined) return null
  const boundary = { permissionsBoundary: `arn:${partition}:iam::${accountId}:policy/Boundary` }
  const terms = connectionTerms(vendor, { externalId: 'any' }).safeParse({
    accountId,
    region,
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    permissions: permissionsOf(vendor, region, filling),
    ...(vendor.role.permissionsBoundary === 'required' ? { role: boundary } : {}),
  })
  return terms.success ? rolePlan(terms.data, vendor) : null
}

const severityOf: Readonly<Record<Finding['severity'], ConfigSeverity | null>> = {
  error: 'error',
  critical: 'error',
  high: 'warning',
  medium: 'warning',
  warning: 'warning',
  info: null,
}

const elements: Readonly<Record<string, string>> = { Sid: 'sid', Action: 'actions', Resource: 'resources', Condition: 'conditions' }

/** The place in the config that a place of the permissions policy was made from: an example plan has one ARN for each text. */
function configPath({ vendor, partition }: RolePlan, [top, statement, element, ...rest]: Path): ConfigPath {
  const places = vendor.permissionSets.flatMap((set, index) =>
    isOfferedIn(set, partition) ? set.statements.map((_, position): ConfigPath => ['permissionSets', index, 'statements', position]) : [],
  )
  const place = top === 'Statement' && typeof statement === 'number' ? places[statement] : undefined
  if (place === undefined) return ['permissionSets']
  const name = elements[String(element)]
  return name === undefined ? place : [...place, name, ...rest]
}

function configFinding({ severity, message, why }: Finding, path: ConfigPath): readonly ConfigFinding[] {
  const own = severityOf[severity]
  return own === null ? [] : [{ severity: own, path, message: `${message} ${why}` }]
}

/** A sentence about the example's ARNs, in the words of the config. */
function asWritten(message: string, { vendor, partition, region }: RolePlan): string {
  const parameters = vendor.permissionSets.flatMap((set) => set.parameters)
  return parameters
    .reduce(
      (text, parameter) => (parameter.kind === 'region' ? text : text.replaceAll(exampleValue(parameter, region), `{{${parameter.id}}}`)),
      message,
    )
    .replaceAll(`arn:${partition}:`, 'arn:{{partition}}:')
}

/** Length is reported separately, in the words of the config. */
const lengthRule = 'PP23'

/** Action data, and the language of what the linter says. */
type Lint = { readonly knowledge: ActionKnowledge | undefined; readonly language: string }

function permissionsFindings(plan: RolePlan, { knowledge, language }: Lint): readonly ConfigFinding[] {
  if (!hasPermissions(plan)) return []
  const context = { partition: plan.partition, customerAccountId: plan.accountId, attachment: 'inline', knowledge } as const
  return lintPermissionsPolicy(JSON.stringify(plan.permissionsPolicy), context, language)
    .filter(({ rule }) => rule !== lengthRule)
    .flatMap((finding) => configFinding({ ...finding, message: asWritten(finding.message, plan) }, configPath(plan, finding.path)))
}

function trustFindings(plan: RolePlan, { language }: Lint): readonly ConfigFinding[] {
  return lintTrustPolicy(JSON.stringify(plan.trustPolicy), contextOfPlan(plan), language).flatMap((finding) =>
    configFinding(finding, ['accounts', plan.partition]),
  )
}

function linkFindings(plan: RolePlan): readonly ConfigFinding[] {
  const link = quickCreateLink(plan)
  if (link.kind !== 'link') return []
  return lintQuickCreateLink(link.url).flatMap((finding) => configFinding(finding, ['templates', plan.partition]))
}

const maximum = policyQuotas['inline-policies']

/** Characters of the longest policy of any partition. */
const longestPolicy = (vendor: Vendor, filling: Filling): number =>
  Math.max(
    ...servedPartitions(vendor).map((partition) => {
      const plan = examplePlan(vendor, partition, filling)
      return plan === null ? 0 : policySize(plan.permissionsPolicy)
    }),
  )

function sizeFindings(vendor: Vendor): readonly ConfigFinding[] {
  const advice = `IAM accepts ${maximum}. Use fewer statements for each parameter, for example one statement with several actions.`
  const [size, longest] = [longestPolicy(vendor, 'example'), longestPolicy(vendor, 'longest')]
  const path: ConfigPath = ['permissionSets']
  if (size > maximum)
    return [{ severity: 'error', path, message: `With all permission sets the permissions policy has ${size} characters. ${advice}` }]
  if (longest <= maximum) return []
  const message = `A customer who chooses everything and enters as many and as long values as allowed gets a permissions policy of ${longest} characters. ${advice}`
  return [{ severity: 'warning', path, message }]
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html */
const parametersMaximum = 200

function parameterFindings(vendor: Vendor): readonly ConfigFinding[] {
  const counts = servedPartitions(vendor).map((partition) => Object.keys(templateParametersSection(vendorIn(vendor, partition))).length)
  const count = Math.max(0, ...counts)
  if (count <= parametersMaximum) return []
  const message = `The template has ${count} parameters. CloudFormation accepts ${parametersMaximum}. Use fewer permission sets and parameters, for example one parameter with "many": true.`
  return [{ severity: 'error', path: ['permissionSets'], message }]
}

function partitionFindings(vendor: Vendor, partition: Partition, lint: Lint): readonly ConfigFinding[] {
  const plan = examplePlan(vendor, partition, 'example')
  if (plan === null) {
    const message = `No customer in ${partition} could connect with this config: the permission sets accept no values. Check "parameters".`
    return [{ severity: 'error', path: ['permissionSets'], message }]
  }
  return [...permissionsFindings(plan, lint), ...trustFindings(plan, lint), ...linkFindings(plan)]
}

/** Keys as `rolebridge template` makes them. */
const versionedKey = /\/rolebridge\/[0-9a-f]{16}\/role\.yaml$/

const outdatedTemplates = (vendor: Vendor): readonly ConfigFinding[] =>
  publishedTemplates(vendor)
    .filter(({ partition, isCurrent }) => !isCurrent && versionedKey.test(vendor.templates[partition] ?? ''))
    .map(({ partition, url }) => ({
      severity: 'warning',
      path: ['templates', partition],
      message: `The template there is of another config, so customers who launch it get another role than the wizard shows. Run rolebridge template, upload the file, and use ${url}.`,
    }))

/** Each partition has its plan, and most say the same. */
const once = (findings: readonly ConfigFinding[]): readonly ConfigFinding[] =>
  [...new Map(findings.toReversed().map((finding) => [findingText(finding), finding])).values()].toReversed()

/** Findings of the linter in the policies and links that the config makes, and templates that are not those of this config. */
export function planFindings(vendor: Vendor, knowledge: ActionKnowledge | undefined, language = 'en'): readonly ConfigFinding[] {
  return once([
    ...sizeFindings(vendor),
    ...parameterFindings(vendor),
    ...servedPartitions(vendor).flatMap((partition) => partitionFindings(vendor, partition, { knowledge, language })),
    ...managedPolicyFindings(vendor, language),
    ...outdatedTemplates(vendor),
  ])
}

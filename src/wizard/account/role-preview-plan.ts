import { AccountId } from '#core/aws/account-id.ts'
import { roleArn } from '#core/aws/arn.ts'
import type { Partition } from '#core/aws/partition.ts'
import { readAccountId } from '#core/aws/read-account-id.ts'
import { partitionOf, Region } from '#core/aws/region.ts'
import { roleTags } from '#core/aws/role-tags.ts'
import type { ConnectionTerms } from '#core/connection/connection.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { parameterValue } from '#core/connection/parameter-value.ts'
import { offeredSets, type PermissionSet, type PermissionSetParameter } from '#core/connection/permission-set.ts'
import { readRoleOptions } from '#core/connection/role-options.ts'
import { applicationPrincipalArns, type RolePlan, vendorAccountId } from '#core/connection/role-plan.ts'
import { managedPolicyArns, permissionsPolicy, sendsSourceIdentity, trustPolicy } from '#core/connection/role-policies.ts'
import { exampleNameSuffix, roleNameOf } from '#core/connection/suffixed-role-name.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { PolicyDocument, policyText } from '#core/policy/document.ts'
import { parseJson } from '#core/text/strings.ts'
import { localized, vendorText } from '#i18n/language.ts'
import { type AccountForm, isChosen } from './account-form.ts'
import { accountMessages } from './account-messages.ts'
import { rolePreviewMessages } from './role-preview-messages.ts'
import { choiceOf, typedRoleOptions, typedValues } from './typed-terms.ts'

/** Stand in a plan where nothing valid is known yet; the texts show words in their place. */
export const noAccount = AccountId.parse('000000000000')
export const noExternalId = ExternalId.parse('--external-id--')

export function withPlaceholders(text: string): string {
  const words = localized(rolePreviewMessages)
  return text
    .replaceAll(noAccount, words.account)
    .replaceAll(noExternalId, words.externalId)
    .replaceAll(`-${exampleNameSuffix}`, `-${words.nameSuffix}`)
}

export type RolePreviewFacts = Pick<RolePlan, 'roleArn' | 'permissionsBoundary' | 'tags' | 'maxSessionDuration'>

export type RolePreview = {
  /** The vendor's policy with the values typed so far. */
  readonly asked: PolicyDocument
  /** Null when the edited text is not a policy. */
  readonly permissions: PolicyDocument | null
  /** AWS managed policies, next to the policy. */
  readonly managedPolicyArns: readonly string[]
  readonly permissionsText: string
  /** The titles of the fields without which the vendor's policy is not complete. */
  readonly missing: readonly string[]
  readonly partition: Partition
  readonly accountId: AccountId | null
  readonly trustText: string
  readonly role: RolePreviewFacts
  /** Typed values to highlight in the policies. */
  readonly marks: readonly string[]
}

type Typed = Pick<ConnectionTerms, 'accountId' | 'externalId'>

function typedIds(form: AccountForm, vendor: Vendor): Typed {
  const reading = readAccountId(form.accountId)
  const externalId = ExternalId.safeParse(form.externalId.trim())
  const isShown = vendor.externalId.mode === 'chosen' && externalId.success
  return {
    accountId: reading.kind === 'account' ? reading.accountId : noAccount,
    externalId: isShown ? externalId.data : noExternalId,
  }
}

const asText = (typed: string): string => JSON.stringify(typed).slice(1, -1)

function shownValues(form: AccountForm, set: PermissionSet, parameter: PermissionSetParameter): string[] {
  const values = typedValues(form, set, parameter).map((value) => parameterValue(parameter.kind).safeParse(value).data ?? value)
  return values.length > 0 ? values : [localized(rolePreviewMessages).parameter(vendorText(parameter.title))]
}

const chosenSets = (form: AccountForm, vendor: Vendor): readonly PermissionSet[] =>
  offeredSets(vendor.permissionSets, form.region).filter((set) => isChosen(set, form))

function shownParameters(form: AccountForm, vendor: Vendor): ConnectionTerms['permissions'] {
  return choiceOf(chosenSets(form, vendor), (set, parameter) => shownValues(form, set, parameter))
}

function typedMarks(ids: Typed, form: AccountForm, vendor: Vendor): string[] {
  const values = chosenSets(form, vendor)
    .flatMap((set) => set.parameters.flatMap((parameter) => shownValues(form, set, parameter)))
    .filter((value) => !value.startsWith('<'))
  return [ids.accountId, ids.externalId, ...values].filter((value) => value !== noAccount && value !== noExternalId).map(asText)
}

function editedPolicy(text: string): PolicyDocument | null {
  return PolicyDocument.safeParse(parseJson(text)).data ?? null
}

function missingFields(form: AccountForm, vendor: Vendor, askedText: string): string[] {
  const parameters = chosenSets(form, vendor).flatMap((set) =>
    set.parameters.filter((parameter) => typedValues(form, set, parameter).length === 0),
  )
  return [
    ...(askedText.includes(noAccount) ? [localized(accountMessages).accountId.label] : []),
    ...parameters.map(({ title }) => vendorText(title)),
  ]
}

/** An invalid value keeps the vendor's default. */
function roleFacts(
  form: AccountForm,
  vendor: Vendor,
  { partition, accountId }: Pick<RolePlan, 'partition' | 'accountId'>,
): RolePreviewFacts {
  const place = { vendor, partition, accountId: accountId === noAccount ? undefined : accountId }
  const { options } = readRoleOptions(typedRoleOptions(form, vendor), place)
  const { path, maxSessionDuration, tags } = vendor.role
  const roleName = roleNameOf(vendor, null)
  return {
    roleArn: withPlaceholders(roleArn({ partition, accountId, roleName, path: options.path ?? path })),
    permissionsBoundary: options.permissionsBoundary ?? null,
    tags: roleTags(tags, options.tags ?? []),
    maxSessionDuration: options.maxSessionDuration ?? maxSessionDuration,
  }
}

/** The two policies as they would be with what is typed so far. Never copied or used: what is created comes from the server's connection. */
export function rolePreview(form: AccountForm, vendor: Vendor): RolePreview {
  const ids = typedIds(form, vendor)
  const region = Region.parse(form.region)
  const partition = partitionOf(region)
  const terms = { ...ids, region, permissions: shownParameters(form, vendor) }
  const asked = permissionsPolicy(terms, vendor)
  const askedText = policyText(asked)
  const edited = form.permissionsPolicy
  const trust = trustPolicy({
    partition,
    externalId: ids.externalId,
    vendorAccountId: vendorAccountId(vendor, partition),
    applicationPrincipalArns: applicationPrincipalArns(vendor, partition),
    sendsSourceIdentity: sendsSourceIdentity(vendor),
  })
  return {
    asked,
    permissions: edited === '' ? asked : editedPolicy(edited),
    managedPolicyArns: managedPolicyArns(terms, vendor),
    permissionsText: edited === '' ? withPlaceholders(askedText) : edited,
    missing: missingFields(form, vendor, askedText),
    partition,
    accountId: ids.accountId === noAccount ? null : ids.accountId,
    trustText: withPlaceholders(policyText(trust)),
    role: roleFacts(form, vendor, { partition, accountId: ids.accountId }),
    marks: typedMarks(ids, form, vendor),
  }
}

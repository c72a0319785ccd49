import { type Partition, partitionIds, partitions } from '#core/aws/partition.ts'
import { type TemplatePlace, templatePlace } from '#core/aws/template-place.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { vendorIn } from '#core/connection/permission-set.ts'
import { applicationPrincipalArns, vendorAccountId } from '#core/connection/role-plan.ts'
import { sendsSourceIdentity, trustPolicy } from '#core/connection/role-policies.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { shownRoleName } from '#core/connection/vendor-fields.ts'
import {
  type CloudFormationTemplate,
  policiesComment,
  roleComments,
  roleId,
  roleOutputs,
  roleProperties,
  templatePreamble,
  templateRules,
  versionedTemplate,
} from './template-document.ts'
import { templateMetadata, templateParametersSection, templateRoleName } from './template-parameters.ts'
import { templateConditions, templateManagedPolicies, templatePolicies } from './template-permissions.ts'
import { roleOptionProperties } from './template-role-options.ts'
import { ref, type TemplateMapping, type TemplateValue } from './template-value.ts'
import type { TemplateComments } from './template-yaml.ts'

/** Stands for the external ID while the trust policy is turned into a part of the template. */
const externalIdMark = ExternalId.parse('external-ID-of-the-parameter')

/** The usual trust policy, with references instead of the external ID and the partition. */
function templateTrustPolicy(vendor: Vendor, partition: Partition): TemplateValue {
  const referring = (value: unknown): TemplateValue => {
    if (value === externalIdMark) return ref('ExternalId')
    if (typeof value === 'string')
      return value.startsWith(`arn:${partition}:`) ? { 'Fn::Sub': value.replace(`arn:${partition}:`, 'arn:$${AWS::Partition}:') } : value
    if (Array.isArray(value)) return value.map(referring)
    return Object.fromEntries(Object.entries(value ?? {}).map(([key, part]) => [key, referring(part)]))
  }
  return referring(
    trustPolicy({
      partition,
      vendorAccountId: vendorAccountId(vendor, partition),
      externalId: externalIdMark,
      applicationPrincipalArns: applicationPrincipalArns(vendor, partition),
      sendsSourceIdentity: sendsSourceIdentity(vendor),
    }),
  )
}

function tagsProperty(tags: Readonly<Record<string, string>>): TemplateMapping {
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
  return list.length === 0 ? {} : { Tags: list }
}

function templateRole(vendor: Vendor, partition: Partition): TemplateMapping {
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: templateRoleName(vendor),
      ...roleOptionProperties(vendor),
      AssumeRolePolicyDocument: templateTrustPolicy(vendor, partition),
      ...templatePolicies(vendor, partition),
      ...templateManagedPolicies(vendor, partition),
      ...tagsProperty(vendor.role.tags),
    },
  }
}

function unversioned(vendor: Vendor, partition: Partition): TemplateMapping {
  const conditions = templateConditions(vendor, partition)
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `One IAM role that lets ${vendor.name} (AWS account ${vendorAccountId(vendor, partition)}) access this account.`,
    Metadata: templateMetadata(vendor),
    Parameters: templateParametersSection(vendor),
    Rules: templateRules(partition),
    ...(Object.keys(conditions).length === 0 ? {} : { Conditions: conditions }),
    Resources: { [roleId]: templateRole(vendor, partition) },
    Outputs: roleOutputs(vendor),
  }
}

function comments(vendor: Vendor): TemplateComments {
  const hasManaged = vendor.permissionSets.some(({ managedPolicyArns }) => managedPolicyArns.length > 0)
  return new Map([
    ...roleComments(vendor, hasManaged),
    ['Metadata', 'Groups and labels for the console. Grants nothing.'],
    [
      'Parameters',
      `The settings of your connection. Everything else is the same for all customers of ${vendor.name}. The trusted account is fixed below, so a link cannot change it.`,
    ],
    ['Conditions', 'The optional permissions you chose.'],
    [`${roleProperties}.Policies`, `${policiesComment(hasManaged)} A list of names becomes one ARN per name.`],
    ...policyComments(vendor, `${roleProperties}.Policies.0`),
  ])
}

const statementCount = (sets: Vendor['permissionSets']): number => sets.reduce((count, set) => count + set.statements.length, 0)

/** Above the first statement of each permission set. */
function policyComments(vendor: Vendor, policy: string): [string, string][] {
  const statements = vendor.permissionSets.some((set) => set.required && set.statements.length > 0)
    ? `${policy}.PolicyDocument.Statement`
    : `${policy}.1.PolicyDocument.Statement`
  return vendor.permissionSets.flatMap((set, index): [string, string][] =>
    set.statements.length === 0
      ? []
      : [
          [
            `${statements}.${statementCount(vendor.permissionSets.slice(0, index))}`,
            `${set.title.en}${set.required ? '' : ' (if chosen)'}: ${set.why.en}`,
          ],
        ],
  )
}

/** One template for all customers of the vendor in a partition, so it can be published once and read by anyone. */
export function cloudFormationTemplate(config: Vendor, partition: Partition): CloudFormationTemplate {
  const vendor = vendorIn(config, partition)
  const preamble = templatePreamble(vendor, 'an AWS account', shownRoleName(vendor))
  return versionedTemplate({ preamble, template: unversioned(vendor, partition), comments: comments(vendor) })
}

export type PublishedTemplate = {
  readonly partition: Partition
  readonly template: CloudFormationTemplate
  /** Holds the template's version, so that an object is never replaced by another. */
  readonly key: string
  /** The bucket of the config's URL, or null where there is none that CloudFormation takes. */
  readonly place: TemplatePlace | null
  /** The URL that the config needs. */
  readonly url: string
  readonly isCurrent: boolean
}

const templateKey = (version: string): string => `rolebridge/${version.slice(0, 16)}/role.yaml`

function publishedTemplate(vendor: Vendor, partition: Partition): PublishedTemplate {
  const template = cloudFormationTemplate(vendor, partition)
  const key = templateKey(template.version)
  const configured = vendor.templates[partition]
  const place = configured === undefined ? null : templatePlace(configured, partition)
  const { bucket, region } = place ?? { bucket: 'YOUR-BUCKET', region: partitions[partition].homeRegion }
  const url = `https://${bucket}.s3.${region}.${partitions[partition].dnsSuffix}/${key}`
  return { partition, template, key, place, url, isCurrent: configured === url }
}

/** The template of each partition that the vendor has an account in, and where it belongs. */
export function publishedTemplates(vendor: Vendor): readonly PublishedTemplate[] {
  return partitionIds
    .filter((partition) => vendor.accounts[partition] !== undefined)
    .map((partition) => publishedTemplate(vendor, partition))
}

import type { Partition } from '#core/aws/partition.ts'
import { ExternalId } from '#core/connection/external-id/external-id.ts'
import { applicationRoleArn, vendorAccountId } from '#core/connection/role-plan.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { trustPolicy } from '#core/policy/trust-policy.ts'
import { companyPolicyProperties } from './template-company-policy.ts'
import { templateConditions, templateMetadata, templateParametersSection, templatePolicies, templateRules } from './template-sections.ts'
import { ref, type TemplateMapping, type TemplateValue } from './template-value.ts'
import type { TemplateComments } from './template-yaml.ts'
import { type CloudFormationTemplate, outputComments, roleId, roleOutputs, versionedTemplate } from './versioned-template.ts'

/** Stands for the external ID while the trust policy is turned into a part of the template. */
const externalIdMark = ExternalId.parse('external-ID-of-the-parameter')

/** The trust policy as it is built everywhere else, with references in the place of the external ID and the partition. */
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
      applicationRoleArn: applicationRoleArn(vendor, partition),
    }),
  )
}

function tagsProperty(tags: Readonly<Record<string, string>>): TemplateMapping {
  const list = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }))
  return list.length === 0 ? {} : { Tags: list }
}

function templateRole(vendor: Vendor, partition: Partition): TemplateMapping {
  const { name, tags } = vendor.role
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: name,
      ...companyPolicyProperties(vendor),
      AssumeRolePolicyDocument: templateTrustPolicy(vendor, partition),
      Policies: templatePolicies(vendor, partition),
      ...tagsProperty(tags),
    },
  }
}

function unversioned(vendor: Vendor, partition: Partition): TemplateMapping {
  const conditions = templateConditions(vendor)
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `One IAM role that lets ${vendor.name} (AWS account ${vendorAccountId(vendor, partition)}) work in this account.`,
    Metadata: templateMetadata(vendor),
    Parameters: templateParametersSection(vendor),
    Rules: templateRules(partition),
    ...(Object.keys(conditions).length === 0 ? {} : { Conditions: conditions }),
    Resources: { [roleId]: templateRole(vendor, partition) },
    Outputs: roleOutputs(vendor),
  }
}

function comments(vendor: Vendor): TemplateComments {
  const role = `Resources.${roleId}.Properties`
  return new Map([
    ['Metadata', 'How the console groups and names the parameters. Grants nothing.'],
    [
      'Parameters',
      `What makes this connection yours. Nothing else differs between the customers of ${vendor.name}: the trusted account is written below and cannot be changed by a link.`,
    ],
    ['Rules', 'Checked before anything is created, so that the role cannot end up in another account.'],
    ['Conditions', 'Which of the optional permissions were chosen.'],
    ['Resources', 'The only thing that is created. It costs nothing.'],
    [`${role}.AssumeRolePolicyDocument`, `Who may use the role: ${vendor.name}, and only with the external ID.`],
    [`${role}.Policies`, 'What the role may do. Everything that is not listed is refused. A list of names becomes one ARN for each name.'],
    ...policyComments(vendor, `${role}.Policies.0`),
    ...outputComments,
  ])
}

const statementCount = (sets: Vendor['permissionSets']): number => sets.reduce((count, set) => count + set.statements.length, 0)

/** Above the first statement of each permission set. */
function policyComments(vendor: Vendor, policy: string): [string, string][] {
  const statements = vendor.permissionSets.some((set) => set.required)
    ? `${policy}.PolicyDocument.Statement`
    : `${policy}.1.PolicyDocument.Statement`
  return vendor.permissionSets.map((set, index) => [
    `${statements}.${statementCount(vendor.permissionSets.slice(0, index))}`,
    `${set.title.en}${set.required ? '' : ' (only if chosen)'}: ${set.why.en}`,
  ])
}

const preamble = (vendor: Vendor): string =>
  `Connects an AWS account to ${vendor.name}, which ${vendor.purpose.en}.

Creates one IAM role, ${vendor.role.name}, and nothing else: no users, no access keys. To withdraw the access, delete the stack; the role goes with it.`

/** One template for all customers of the vendor in a partition, so that it can be published once and be read by everybody. */
export function cloudFormationTemplate(vendor: Vendor, partition: Partition): CloudFormationTemplate {
  return versionedTemplate({ preamble: preamble(vendor), template: unversioned(vendor, partition), comments: comments(vendor) })
}

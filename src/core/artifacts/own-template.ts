import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf } from '#core/policy/document.ts'
import { cloudFormationTemplate } from './cloudformation-template.ts'
import { ownTemplateReasons } from './own-template-reasons.ts'
import { templateRules } from './template-sections.ts'
import type { TemplateMapping, TemplateValue } from './template-value.ts'
import type { TemplateComments } from './template-yaml.ts'
import { type CloudFormationTemplate, outputComments, roleId, roleOutputs, versionedTemplate } from './versioned-template.ts'

/** How what differs between accounts gets into a template: as it is, or by functions of CloudFormation. */
export type TemplateWriting = {
  /** Of the customer account. */
  readonly accountId: TemplateValue
  readonly text: (text: string) => TemplateValue
  readonly parameters: TemplateMapping
  /** Ends the sentence "One IAM role that lets the vendor work in …". */
  readonly where: string
}

function written(value: unknown, writing: TemplateWriting): TemplateValue {
  if (typeof value === 'string') return writing.text(value)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map((part) => written(part, writing))
  const entries = Object.entries(value ?? {}).filter(([, part]) => part !== undefined)
  return Object.fromEntries(entries.map(([key, part]) => [key, written(part, writing)]))
}

function role(plan: RolePlan, writing: TemplateWriting): TemplateMapping {
  const { permissionsBoundary, policyName, permissionsPolicy } = plan
  const hasPolicy = listOf(permissionsPolicy.Statement).length > 0
  const tags = Object.entries(plan.tags).map(([Key, value]) => ({ Key, Value: writing.text(value) }))
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: plan.roleName,
      Path: plan.path,
      MaxSessionDuration: plan.maxSessionDuration,
      ...(permissionsBoundary === null ? {} : { PermissionsBoundary: writing.text(permissionsBoundary) }),
      AssumeRolePolicyDocument: written(plan.trustPolicy, writing),
      ...(hasPolicy ? { Policies: [{ PolicyName: policyName, PolicyDocument: written(permissionsPolicy, writing) }] } : {}),
      ...(tags.length === 0 ? {} : { Tags: tags }),
    },
  }
}

const comments = ({ vendor }: RolePlan): TemplateComments => {
  const properties = `Resources.${roleId}.Properties`
  return new Map([
    ['Rules', 'Checked before anything is created, so that the role cannot end up in another account.'],
    ['Resources', 'The only thing that is created. It costs nothing.'],
    [`${properties}.AssumeRolePolicyDocument`, `Who may use the role: ${vendor.name}, and only with the external ID.`],
    [`${properties}.Policies`, 'What the role may do. Everything that is not listed is refused.'],
    ...outputComments,
  ])
}

const preamble = ({ vendor, roleName }: RolePlan, { where }: TemplateWriting): string =>
  `Connects ${where} to ${vendor.name}, which ${vendor.purpose.en}.

Creates one IAM role, ${roleName}, and nothing else: no users, no access keys. To withdraw the access, delete the stack; the role goes with it.`

/** The role of a plan with all that was chosen for it written out. */
export function roleTemplate(plan: RolePlan, writing: TemplateWriting): CloudFormationTemplate {
  const { vendor, vendorAccountId, partition } = plan
  return versionedTemplate({
    preamble: preamble(plan, writing),
    comments: comments(plan),
    template: {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: `One IAM role that lets ${vendor.name} (AWS account ${vendorAccountId}) work in ${writing.where}.`,
      ...(Object.keys(writing.parameters).length === 0 ? {} : { Parameters: writing.parameters }),
      Rules: templateRules(partition, writing.accountId),
      Resources: { [roleId]: role(plan, writing) },
      Outputs: roleOutputs(vendor),
    },
  })
}

/** A template for this plan alone. It has no parameters, so nothing of it can be changed by a link or by mistake. */
function ownTemplate(plan: RolePlan): CloudFormationTemplate {
  const { accountId } = plan
  return roleTemplate(plan, { accountId, text: (text) => text, parameters: {}, where: `AWS account ${accountId}` })
}

/** The template that makes the plan: the published one wherever it can. */
export function planTemplate(plan: RolePlan): CloudFormationTemplate {
  return ownTemplateReasons(plan).length > 0 ? ownTemplate(plan) : cloudFormationTemplate(plan.vendor, plan.partition)
}

import type { RolePlan } from '#core/connection/role-plan.ts'
import { listOf } from '#core/policy/document.ts'
import { messages } from '#core/text/messages.ts'
import type { ArtifactDialect } from './artifact.ts'
import { deleteStack } from './aws-cli.ts'
import { cloudFormationTemplate } from './cloudformation-template.ts'
import { templateFilename } from './deploy-command.ts'
import { ownTemplateReasons } from './template-choice.ts'
import {
  type CloudFormationTemplate,
  roleComments,
  roleId,
  roleOutputs,
  templatePreamble,
  templateRules,
  versionedTemplate,
} from './template-document.ts'
import type { TemplateMapping, TemplateValue } from './template-value.ts'

/** A value that differs between accounts is text, or a function of CloudFormation. */
export type TemplateWriting = {
  readonly accountId: TemplateValue
  readonly text: (text: string) => TemplateValue
  readonly parameters: TemplateMapping
  /** Ends the sentence "One IAM role that lets the vendor access …". */
  readonly where: string
  /** The name in the text at the beginning. */
  readonly roleName: string
}

function written(value: unknown, writing: TemplateWriting): TemplateValue {
  if (typeof value === 'string') return writing.text(value)
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (Array.isArray(value)) return value.map((part) => written(part, writing))
  const entries = Object.entries(value ?? {}).filter(([, part]) => part !== undefined)
  return Object.fromEntries(entries.map(([key, part]) => [key, written(part, writing)]))
}

function role(plan: RolePlan, writing: TemplateWriting): TemplateMapping {
  const { permissionsBoundary, policyName, permissionsPolicy, managedPolicyArns } = plan
  const hasPolicy = listOf(permissionsPolicy.Statement).length > 0
  const tags = Object.entries(plan.tags).map(([Key, value]) => ({ Key, Value: writing.text(value) }))
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: writing.text(plan.roleName),
      Path: plan.path,
      MaxSessionDuration: plan.maxSessionDuration,
      ...(permissionsBoundary === null ? {} : { PermissionsBoundary: writing.text(permissionsBoundary) }),
      AssumeRolePolicyDocument: written(plan.trustPolicy, writing),
      ...(hasPolicy ? { Policies: [{ PolicyName: writing.text(policyName), PolicyDocument: written(permissionsPolicy, writing) }] } : {}),
      ...(managedPolicyArns.length === 0 ? {} : { ManagedPolicyArns: managedPolicyArns }),
      ...(tags.length === 0 ? {} : { Tags: tags }),
    },
  }
}

/** The role of a plan with every choice written out. */
export function roleTemplate(plan: RolePlan, writing: TemplateWriting): CloudFormationTemplate {
  const { vendor, vendorAccountId, partition } = plan
  return versionedTemplate({
    preamble: templatePreamble(vendor, writing.where, writing.roleName),
    comments: roleComments(vendor, plan.managedPolicyArns.length > 0),
    template: {
      AWSTemplateFormatVersion: '2010-09-09',
      Description: `One IAM role that lets ${vendor.name} (AWS account ${vendorAccountId}) access ${writing.where}.`,
      ...(Object.keys(writing.parameters).length === 0 ? {} : { Parameters: writing.parameters }),
      Rules: templateRules(partition, writing.accountId),
      Resources: { [roleId]: role(plan, writing) },
      Outputs: roleOutputs(vendor),
    },
  })
}

/** A template for this plan alone. It has no parameters, so a link or a mistake can't change it. */
function ownTemplate(plan: RolePlan): CloudFormationTemplate {
  const { accountId, roleName } = plan
  return roleTemplate(plan, { accountId, text: (text) => text, parameters: {}, where: `AWS account ${accountId}`, roleName })
}

/** The template that makes the plan: the published one if it can. */
export function planTemplate(plan: RolePlan): CloudFormationTemplate {
  return ownTemplateReasons(plan).length > 0 ? ownTemplate(plan) : cloudFormationTemplate(plan.vendor, plan.partition)
}

export const cloudFormationMessages = messages('cloudformation', {
  title: 'CloudFormation template',
  purpose: 'Download the template. Then upload it in the CloudFormation console, or run the command in the same folder.',
  needs: ['CAPABILITY_NAMED_IAM'],
  undo: (stackName: string, region: string) => `Delete the stack ${stackName} in ${region}. This deletes the role and ends access.`,
})

export const cloudFormation: ArtifactDialect = {
  id: cloudFormationMessages.id,
  texts: cloudFormationMessages.in,
  undo: (plan, language = 'en') => ({
    words: cloudFormationMessages.in(language).undo(plan.stackName, plan.region),
    commands: deleteStack(plan),
  }),
  render: (plan) => ({ filename: templateFilename(plan), language: 'yaml', text: planTemplate(plan).text }),
}

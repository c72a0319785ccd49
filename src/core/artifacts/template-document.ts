import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Partition } from '#core/aws/partition.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { equals, ref, type TemplateMapping, type TemplateValue } from './template-value.ts'
import { type TemplateComments, templateYaml, yamlComment } from './template-yaml.ts'

export type CloudFormationTemplate = {
  readonly text: string
  /** SHA-256 of the text without its last line, which holds it. */
  readonly version: string
  readonly sha256: string
}

/** The name of the role in a template. */
export const roleId = 'AccountAccessRole'

/** The last section of a template: the version is added to the last of them. */
export function roleOutputs(vendor: Vendor): TemplateMapping {
  return {
    RoleArn: { Description: `The role that ${vendor.name} assumes.`, Value: { 'Fn::GetAtt': `${roleId}.Arn` } },
    TemplateVersion: { Description: 'SHA-256 of this template without its last line.' },
  }
}

/** `where` ends the sentence "Connects … to the vendor". */
export const templatePreamble = ({ name, purpose }: Vendor, where: string, roleName: string): string =>
  `Connects ${where} to ${name}, which ${purpose.en}.

Creates one IAM role, ${roleName}. No users, no access keys. To remove access, delete the stack. The role is deleted with it.`

export const roleProperties = `Resources.${roleId}.Properties`

/** With managed policies, the inline policy isn't all that the role can do. */
export const policiesComment = (hasManagedPolicies: boolean): string =>
  hasManagedPolicies
    ? 'What the role can do, in addition to the policies of AWS below.'
    : 'What the role can do. Everything else is denied.'

/** The comments of every template. */
export const roleComments = ({ name }: Vendor, hasManagedPolicies: boolean): TemplateComments =>
  new Map([
    ['Rules', 'Checked before anything is created, so the role cannot end up in the wrong account.'],
    ['Resources', 'The only resource. It is free.'],
    [`${roleProperties}.AssumeRolePolicyDocument`, `Only ${name} can use the role, and only with the external ID.`],
    [`${roleProperties}.Policies`, policiesComment(hasManagedPolicies)],
    [`${roleProperties}.ManagedPolicyArns`, 'Managed policies of AWS, which AWS can change.'],
    ['Outputs', 'For your records. You do not need to send these to anyone.'],
    ['Outputs.TemplateVersion', 'To verify: head -n -1 FILE | sha256sum'],
  ])

/** CloudFormation evaluates rules before it creates anything. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html */
export function templateRules(partition: Partition, accountId: TemplateValue = ref('AccountId')): TemplateMapping {
  return {
    RightAccount: {
      Assertions: [
        {
          Assert: equals(ref('AWS::AccountId'), accountId),
          AssertDescription:
            typeof accountId === 'string'
              ? `You are signed in to another AWS account. Nothing was created. Sign in to ${accountId} and upload the template again.`
              : 'You are signed in to another AWS account. Nothing was created. Sign in to the account in AccountId and open the link again.',
        },
        {
          Assert: equals(ref('AWS::Partition'), partition),
          AssertDescription: `This template is for the partition ${partition}. Nothing was created. Use the template for your partition.`,
        },
      ],
    },
  }
}

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

type Unversioned = { readonly preamble: string; readonly template: TemplateMapping; readonly comments: TemplateComments }

export function versionedTemplate({ preamble, template, comments }: Unversioned): CloudFormationTemplate {
  const lines = [...yamlComment(preamble), '', ...templateYaml(template, comments)]
  const body = `${lines.join('\n')}\n`
  const version = hash(body)
  const text = `${body}    Value: '${version}'\n`
  return { text, version, sha256: hash(text) }
}

import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Vendor } from '#core/connection/vendor.ts'
import type { TemplateMapping } from './template-value.ts'
import { type TemplateComments, templateYaml, yamlComment } from './template-yaml.ts'

export type CloudFormationTemplate = {
  readonly text: string
  /** SHA-256 of the text without its last line, which holds it. */
  readonly version: string
  /** SHA-256 of the text. */
  readonly sha256: string
}

/** The name of the role in a template. */
export const roleId = 'AccountAccessRole'

/** Stand at the end of a template: the version is added to the last of them. */
export function roleOutputs(vendor: Vendor): TemplateMapping {
  return {
    RoleArn: { Description: `The role that ${vendor.name} assumes.`, Value: { 'Fn::GetAtt': `${roleId}.Arn` } },
    TemplateVersion: { Description: 'SHA-256 of this template without its last line.' },
  }
}

export const outputComments: readonly [string, string][] = [
  ['Outputs', 'For the record. Nothing has to be sent anywhere.'],
  ['Outputs.TemplateVersion', 'To check it: head -n -1 FILE | sha256sum'],
]

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

type Unversioned = { readonly preamble: string; readonly template: TemplateMapping; readonly comments: TemplateComments }

export function versionedTemplate({ preamble, template, comments }: Unversioned): CloudFormationTemplate {
  const lines = [...yamlComment(preamble), '', ...templateYaml(template, comments)]
  const body = `${lines.join('\n')}\n`
  const version = hash(body)
  const text = `${body}    Value: '${version}'\n`
  return { text, version, sha256: hash(text) }
}

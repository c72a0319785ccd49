import { tagFaults } from '#core/aws/role-tags.ts'
import { proposedExternalId } from '#core/connection/external-id/external-id.ts'
import { nameSuffixLength, suffixedNameMaximum, suffixedNameMinimum } from '#core/connection/suffixed-role-name.ts'
import type { ConfigRule, ConfigSpot } from './config-finding.ts'
import { found } from './config-finding.ts'

const tagSentences: Readonly<Record<string, string>> = {
  'tags-too-many': 'IAM allows 50 tags on a role. Remove some.',
  'tag-key-characters': 'IAM allows letters, digits, spaces and _.:/=+-@ in the key of a tag, for example "CreatedFor".',
  'tag-key-reserved': 'Keys that start with aws: are reserved. Use another one, for example "CreatedFor".',
  'tag-key-repeated': 'This key is here twice: IAM ignores the capitalization of tag keys. Remove one of them.',
  'tag-value-characters': 'IAM allows letters, digits, spaces and _.:/=+-@ in the value of a tag, for example "Acme".',
}

const brokenTag: ConfigRule = {
  severity: 'error',
  check: ({ role }) => {
    const tags = Object.entries(role.tags).map(([key, value]) => ({ key, value }))
    return tagFaults(tags, {}).map(({ path: [index], code }): ConfigSpot => {
      const tag = index === undefined ? undefined : tags[Number(index)]
      return {
        path: tag === undefined ? ['role', 'tags'] : ['role', 'tags', tag.key],
        message: tagSentences[code] ?? 'IAM does not allow this tag. Use one such as "CreatedFor": "Acme".',
      }
    })
  },
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html */
const reservedName: ConfigRule = {
  severity: 'error',
  check: ({ role }) => [
    ...(/^(AWSServiceRoleFor|AWSReservedSSO_)/i.test(role.name)
      ? [
          {
            path: ['role', 'name'],
            message: `AWS reserves names such as ${found(role.name)}. Use one of your own, for example "AcmeAccess".`,
          },
        ]
      : []),
    ...(/^\/(aws-service-role|aws-reserved)\//i.test(role.path)
      ? [{ path: ['role', 'path'], message: `AWS reserves the path ${found(role.path)}. Use one of your own, for example "/vendors/".` }]
      : []),
  ],
}

const commonNames =
  /^(admin|administrator(s|access)?|poweruser(access)?|root|role|access|(read|view)only(access)?|securityaudit|developers?|crossaccount(access|role)?|default|test|example|organizationaccountaccessrole)$/i

const commonName: ConfigRule = {
  severity: 'warning',
  check: ({ role }) =>
    role.nameSuffix === 'none' && commonNames.test(role.name)
      ? [
          {
            path: ['role', 'name'],
            message: `Customers probably have a role named ${found(role.name)}, and then cannot create yours. Use a name with your product in it, for example "AcmeAccess".`,
          },
        ]
      : [],
}

const oddPath: ConfigRule = {
  severity: 'warning',
  check: ({ role }) =>
    /\/\/|[*?{}<>"'\\]/.test(role.path)
      ? [
          {
            path: ['role', 'path'],
            message: `${found(role.path)} has // or a character that means something else in ARNs and commands. Use letters, digits, hyphens and single slashes, for example "/vendors/".`,
          },
        ]
      : [],
}

const repeatedChoice: ConfigRule = {
  severity: 'warning',
  check: ({ role: { customerMayChoose: choices } }) =>
    choices.flatMap((choice, index) =>
      choices.indexOf(choice) < index
        ? [{ path: ['role', 'customerMayChoose', index], message: `"${choice}" is in the list twice. Remove one of them.` }]
        : [],
    ),
}

/** A name has 64 characters at most: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
function suffixedNameFault(name: string): string | null {
  const { length } = name
  const allowed = `your own policy allows every role that starts with ${found(`${name}-`)}`
  const range = `use a name from ${suffixedNameMinimum} to ${suffixedNameMaximum} characters, for example "AcmeImagesAccess"`
  const unit = `IAM allows 64 characters, and the suffix and its hyphen are ${nameSuffixLength + 1} of them`
  if (length > suffixedNameMaximum) return `${range}: ${unit}.`
  if (length < suffixedNameMinimum) return `${range}: ${allowed}.`
  if (!commonNames.test(name)) return null
  return `use a name with your product in it, for example "AcmeImagesAccess": ${allowed}, and customers probably have such roles for something else.`
}

const suffixedName: ConfigRule = {
  severity: 'error',
  check: ({ role: { name, nameSuffix } }) => {
    const fault = nameSuffix === 'none' ? null : suffixedNameFault(name)
    return fault === null ? [] : [{ path: ['role', 'name'], message: `With "nameSuffix", ${fault}` }]
  },
}

export const roleRules: readonly ConfigRule[] = [brokenTag, reservedName, suffixedName, commonName, oddPath, repeatedChoice]

const generatedLength = proposedExternalId((length) => new Uint8Array(length)).length
const recommendedMinimum = 16

const longerThanGenerated: ConfigRule = {
  severity: 'error',
  check: ({ externalId: { mode, minimumLength } }) =>
    mode !== 'issued' && minimumLength > generatedLength
      ? [
          {
            path: ['externalId', 'minimumLength'],
            message: `${minimumLength} is more than the ${generatedLength} characters of a generated ID, which customers could then not keep. Use a number from ${recommendedMinimum} to ${generatedLength}, for example 16.`,
          },
        ]
      : [],
}

const short: ConfigRule = {
  severity: 'warning',
  check: ({ externalId: { mode, minimumLength } }) =>
    mode !== 'issued' && minimumLength < recommendedMinimum
      ? [
          {
            path: ['externalId', 'minimumLength'],
            message: `IDs of ${minimumLength} characters are easier to guess. Use a number from ${recommendedMinimum} to ${generatedLength}, for example 16.`,
          },
        ]
      : [],
}

const withoutEffect: ConfigRule = {
  severity: 'warning',
  check: ({ externalId: { mode, minimumLength } }) =>
    mode === 'issued' && minimumLength !== recommendedMinimum
      ? [
          {
            path: ['externalId', 'minimumLength'],
            message: `With the mode "issued" every ID has ${generatedLength} characters, and this has no effect. Remove the key, or use the mode "chosen".`,
          },
        ]
      : [],
}

export const externalIdRules: readonly ConfigRule[] = [longerThanGenerated, short, withoutEffect]

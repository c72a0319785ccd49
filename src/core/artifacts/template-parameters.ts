import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import { externalIdMaximumLength, externalIdPattern } from '#core/connection/external-id/external-id.ts'
import { shownExample } from '#core/connection/parameter-value.ts'
import type { PermissionSet, PermissionSetParameter } from '#core/connection/permission-set.ts'
import { nameSuffixLength, nameSuffixPattern } from '#core/connection/suffixed-role-name.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { hasNameSuffix } from '#core/connection/vendor-fields.ts'
import { listOf } from '#core/policy/document.ts'
import { roleOptionLabels, roleOptionParameters } from './template-role-options.ts'
import { type TemplateMapping, type TemplateValue, templateDescription, templateName } from './template-value.ts'

export const hasToggle = (set: PermissionSet): boolean => !set.required && set.parameters.length === 0

function accountIdParameter(vendor: Vendor): TemplateMapping {
  return {
    Type: 'String',
    Description: templateDescription(`The AWS account to connect to ${vendor.name}. The stack can only be created in this account.`),
    AllowedPattern: '^\\d{12}$',
    ConstraintDescription: '12 digits',
  }
}

function externalIdParameter(vendor: Vendor): TemplateMapping {
  return {
    Type: 'String',
    Description: templateDescription(
      `Identifies your connection to ${vendor.name}. Not a secret. If you change it here, ${vendor.name} cannot use the role.`,
    ),
    MinLength: 2,
    MaxLength: externalIdMaximumLength,
    AllowedPattern: externalIdPattern.source,
    ConstraintDescription: `2 to ${externalIdMaximumLength} letters, digits, and the characters _ + = , . @ : / -`,
  }
}

function nameSuffixParameter({ name, role }: Vendor): TemplateMapping {
  return {
    Type: 'String',
    Description: templateDescription(`Ends the name of the role, ${role.name}-… If you change it here, ${name} cannot find the role.`),
    AllowedPattern: `^${nameSuffixPattern}$`,
    ConstraintDescription: `${nameSuffixLength} digits and letters from a to f`,
  }
}

/** The name of the role in the published template. Its beginning is fixed, so a link can't have another role created. */
export const templateRoleName = (vendor: Vendor): TemplateValue =>
  hasNameSuffix(vendor) ? { 'Fn::Sub': `${vendor.role.name}-\${RoleNameSuffix}` } : vendor.role.name

/** An optional set is chosen by its values, so its parameters start empty. */
function templateDefault(set: PermissionSet, { default: given }: PermissionSetParameter): TemplateMapping {
  if (!set.required) return { Default: '' }
  return given === undefined ? {} : { Default: listOf(given).join(',') }
}

/** On a list the pattern is applied to each value. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
function setParameter(set: PermissionSet, parameter: PermissionSetParameter): TemplateMapping {
  const { pattern } = parameterKinds[parameter.kind]
  const example = shownExample(parameter)
  const form = parameter.many ? `one or more values, separated by commas, each like ${example}` : `a value like ${example}`
  return {
    Type: parameter.many ? 'CommaDelimitedList' : 'String',
    Description: templateDescription(`${set.title.en}: ${set.why.en}${set.required ? '' : ' Leave it empty to skip this permission.'}`),
    ...templateDefault(set, parameter),
    AllowedPattern: set.required ? pattern.source : `^$|${pattern.source}`,
    ConstraintDescription: form,
  }
}

function toggleParameter(set: PermissionSet): TemplateMapping {
  return {
    Type: 'String',
    Description: templateDescription(`${set.title.en}: ${set.why.en}`),
    Default: 'false',
    AllowedValues: ['true', 'false'],
  }
}

/** The parameters whose values differ for each account. */
export function connectionParameters(vendor: Vendor): TemplateMapping {
  return {
    AccountId: accountIdParameter(vendor),
    ExternalId: externalIdParameter(vendor),
    ...(hasNameSuffix(vendor) ? { RoleNameSuffix: nameSuffixParameter(vendor) } : {}),
  }
}

export function templateParametersSection(vendor: Vendor): TemplateMapping {
  return {
    ...connectionParameters(vendor),
    ...Object.fromEntries(
      vendor.permissionSets.flatMap((set): [string, TemplateValue][] => [
        ...set.parameters.map((parameter): [string, TemplateValue] => [templateName(parameter.id), setParameter(set, parameter)]),
        ...(hasToggle(set) ? [[templateName(set.id), toggleParameter(set)] satisfies [string, TemplateValue]] : []),
      ]),
    ),
    ...roleOptionParameters(vendor),
  }
}

const label = (text: string): TemplateMapping => ({ default: text })

/** Groups and labels of the parameters in the console. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-cloudformation-interface.html */
export function templateMetadata(vendor: Vendor): TemplateMapping {
  const named = vendor.permissionSets.map((set) => ({
    set,
    parameters: [
      ...set.parameters.map(({ id, title }) => ({ name: templateName(id), title: title.en })),
      ...(hasToggle(set) ? [{ name: templateName(set.id), title: set.title.en }] : []),
    ],
  }))
  const groups = named.filter(({ parameters }) => parameters.length > 0)
  const options = roleOptionLabels(vendor)
  return {
    'AWS::CloudFormation::Interface': {
      ParameterGroups: [
        { Label: label(`Your connection to ${vendor.name}`), Parameters: Object.keys(connectionParameters(vendor)) },
        ...groups.map(({ set, parameters }) => ({
          Label: label(set.required ? set.title.en : `${set.title.en} (optional)`),
          Parameters: parameters.map(({ name }) => name),
        })),
        ...(options.length === 0 ? [] : [{ Label: label('Advanced settings'), Parameters: options.map(([name]) => name) }]),
      ],
      ParameterLabels: {
        AccountId: label('AWS account ID'),
        ExternalId: label('External ID'),
        ...(hasNameSuffix(vendor) ? { RoleNameSuffix: label('Role name suffix') } : {}),
        ...Object.fromEntries(groups.flatMap(({ parameters }) => parameters.map(({ name, title }) => [name, label(title)]))),
        ...Object.fromEntries(options.map(([name, title]) => [name, label(title)])),
      },
    },
  }
}

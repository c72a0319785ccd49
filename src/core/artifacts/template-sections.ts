import { parameterKinds } from '#core/aws/parameter-kinds.ts'
import type { Partition } from '#core/aws/partition.ts'
import { externalIdMaximumLength, externalIdPattern } from '#core/connection/external-id/external-id.ts'
import type { PermissionSet, PermissionSetParameter } from '#core/connection/permission-set.ts'
import type { Vendor } from '#core/connection/vendor.ts'
import { companyPolicyConditions, companyPolicyLabels, companyPolicyParameters } from './template-company-policy.ts'
import { templateDescription as description } from './template-description.ts'
import { templateName } from './template-parameters.ts'
import { resourceConditions, templateResources } from './template-resources.ts'
import { equals, every, joined, not, onlyIf, ref, some, type TemplateMapping, type TemplateValue } from './template-value.ts'

const hasToggle = (set: PermissionSet): boolean => !set.required && set.parameters.length === 0

function accountIdParameter(vendor: Vendor): TemplateMapping {
  return {
    Type: 'String',
    Description: description(`The AWS account that you connect to ${vendor.name}. The stack can be created in this account only.`),
    AllowedPattern: '^\\d{12}$',
    ConstraintDescription: '12 digits',
  }
}

function externalIdParameter(vendor: Vendor): TemplateMapping {
  return {
    Type: 'String',
    Description: description(
      `Tells your connection to ${vendor.name} from all others. Not a secret. Change it here and ${vendor.name} cannot use the role.`,
    ),
    MinLength: 2,
    MaxLength: externalIdMaximumLength,
    AllowedPattern: externalIdPattern.source,
    ConstraintDescription: `2 to ${externalIdMaximumLength} letters, digits and the characters _ + = , . @ : / -`,
  }
}

/** On a list the pattern is applied to each value. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html */
function setParameter(set: PermissionSet, parameter: PermissionSetParameter): TemplateMapping {
  const { pattern, example } = parameterKinds[parameter.kind]
  const form = parameter.many ? `one or more values, separated by commas, each like ${example}` : `a value like ${example}`
  return {
    Type: parameter.many ? 'CommaDelimitedList' : 'String',
    Description: description(`${set.title.en}: ${set.why.en}${set.required ? '' : ' Leave it empty if you do not want this.'}`),
    ...(set.required ? {} : { Default: '' }),
    AllowedPattern: set.required ? pattern.source : `^$|${pattern.source}`,
    ConstraintDescription: form,
  }
}

function toggleParameter(set: PermissionSet): TemplateMapping {
  return {
    Type: 'String',
    Description: description(`${set.title.en}: ${set.why.en}`),
    Default: 'false',
    AllowedValues: ['true', 'false'],
  }
}

/** What is another value for each account. */
export function connectionParameters(vendor: Vendor): TemplateMapping {
  return { AccountId: accountIdParameter(vendor), ExternalId: externalIdParameter(vendor) }
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
    ...companyPolicyParameters(vendor),
  }
}

const label = (text: string): TemplateMapping => ({ default: text })

/** How the console groups and names the parameters. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-cloudformation-interface.html */
export function templateMetadata(vendor: Vendor): TemplateMapping {
  const named = vendor.permissionSets.map((set) => ({
    set,
    parameters: [
      ...set.parameters.map(({ id, title }) => ({ name: templateName(id), title: title.en })),
      ...(hasToggle(set) ? [{ name: templateName(set.id), title: set.title.en }] : []),
    ],
  }))
  const groups = named.filter(({ parameters }) => parameters.length > 0)
  const company = companyPolicyLabels(vendor)
  return {
    'AWS::CloudFormation::Interface': {
      ParameterGroups: [
        { Label: label(`Your connection to ${vendor.name}`), Parameters: ['AccountId', 'ExternalId'] },
        ...groups.map(({ set, parameters }) => ({
          Label: label(set.required ? set.title.en : `${set.title.en} (optional)`),
          Parameters: parameters.map(({ name }) => name),
        })),
        ...(company.length === 0 ? [] : [{ Label: label('Company policy'), Parameters: company.map(([name]) => name) }]),
      ],
      ParameterLabels: {
        AccountId: label('AWS account ID'),
        ExternalId: label('External ID'),
        ...Object.fromEntries(groups.flatMap(({ parameters }) => parameters.map(({ name, title }) => [name, label(title)]))),
        ...Object.fromEntries(company.map(([name, title]) => [name, label(title)])),
      },
    },
  }
}

/** CloudFormation evaluates rules before it creates anything. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/rules-section-structure.html */
export function templateRules(partition: Partition, accountId: TemplateValue = ref('AccountId')): TemplateMapping {
  return {
    RightAccount: {
      Assertions: [
        {
          Assert: equals(ref('AWS::AccountId'), accountId),
          AssertDescription:
            typeof accountId === 'string'
              ? `You are signed in to another AWS account than ${accountId}. Nothing was created. Sign in to that account and upload the template again.`
              : 'You are signed in to another AWS account than the one given as AccountId. Nothing was created. Sign in to that account and open the link again.',
        },
        {
          Assert: equals(ref('AWS::Partition'), partition),
          AssertDescription: `This template is for the partition ${partition}. Nothing was created. Use the template of your partition.`,
        },
      ],
    },
  }
}

const chosenCondition = (set: PermissionSet): string => `${templateName(set.id)}Chosen`
const anyCondition = 'AnyPermissions'

/** Chosen once every parameter has a value, so that nothing is granted on half a choice. */
function isChosen(set: PermissionSet): TemplateMapping {
  if (hasToggle(set)) return equals(ref(templateName(set.id)), 'true')
  return every(set.parameters.map(({ id, many }) => not(equals(many ? joined('', ref(templateName(id))) : ref(templateName(id)), ''))))
}

const mayBeEmpty = (vendor: Vendor): boolean => vendor.permissionSets.every((set) => !set.required)

export function templateConditions(vendor: Vendor): TemplateMapping {
  const optional = vendor.permissionSets.filter((set) => !set.required)
  return {
    ...Object.fromEntries(optional.map((set) => [chosenCondition(set), isChosen(set)])),
    ...(mayBeEmpty(vendor) ? { [anyCondition]: some(optional.map((set) => ({ Condition: chosenCondition(set) }))) } : {}),
    ...Object.fromEntries(vendor.permissionSets.flatMap((set) => Object.entries(resourceConditions(set)))),
    ...companyPolicyConditions(vendor),
  }
}

function setStatements(set: PermissionSet, partition: Partition): TemplateValue[] {
  return set.statements.map((statement) => {
    const value: TemplateMapping = {
      Sid: statement.sid,
      Effect: 'Allow',
      Action: statement.actions,
      Resource: templateResources(set, statement, partition),
      ...(statement.conditions === undefined ? {} : { Condition: statement.conditions }),
    }
    return set.required ? value : onlyIf(chosenCondition(set), value)
  })
}

/** The value of the role's `Policies`. IAM refuses a policy without statements, so none is made where nothing is chosen. */
export function templatePolicies(vendor: Vendor, partition: Partition): TemplateValue {
  const policy: TemplateMapping = {
    PolicyName: vendor.role.name,
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: vendor.permissionSets.flatMap((set) => setStatements(set, partition)),
    },
  }
  return [mayBeEmpty(vendor) ? onlyIf(anyCondition, policy) : policy]
}

import type { Artifact, ArtifactDialect } from '#core/artifacts/artifact.ts'
import { equals, not, ref, type TemplateMapping, type TemplateValue } from '#core/artifacts/template-value.ts'
import { type TemplateComments, templateYaml, yamlComment } from '#core/artifacts/template-yaml.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { nameSuffixOf } from '#core/connection/suffixed-role-name.ts'
import { messages } from '#core/text/messages.ts'
import type { Rollout } from './rollout.ts'
import { type Instance, type Parameters, type SetOfStacks, setsOfStacks, stackSetPlans } from './stack-set-templates.ts'

const accounts = (count: number): string => (count === 1 ? '1 account' : `${count} accounts`)
const awsAccounts = (count: number): string => (count === 1 ? '1 AWS account' : `${count} AWS accounts`)

/**
 * The values of the set, for an account that overrides nothing. The template's own rule refuses to start in any account but the given
 * one, and there is no account 000000000000: an instance without its own values creates nothing.
 */
const nobody = { AccountId: '000000000000', ExternalId: 'each-account-has-its-own' }

/** The values that every account has a parameter for; those that differ are overridden. */
function sharedParameters(all: readonly Parameters[]): Parameters {
  const [first = {}, ...others] = all
  const shared = Object.entries(first).filter(([name]) => others.every((other) => Object.hasOwn(other, name)))
  return { ...Object.fromEntries(shared), ...nobody }
}

const overridden = (own: Parameters, shared: Parameters): [string, string][] =>
  Object.entries(own).filter(([name, value]) => shared[name] !== value)

const pairs = (entries: readonly (readonly [string, string])[]): TemplateValue =>
  entries.map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue }))

/**
 * One group for each account, since overrides count for a whole group. IAM is the same in every region, so there is one region:
 * a second one would try to create the same role again.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudformation-stackset-stackinstances.html
 */
function group({ plan, values }: Instance, shared: Parameters): TemplateMapping {
  return {
    DeploymentTargets: {
      OrganizationalUnitIds: [ref('OrganizationalUnitId')],
      Accounts: [plan.accountId],
      AccountFilterType: 'INTERSECTION',
    },
    Regions: [plan.region],
    ParameterOverrides: pairs(overridden(values, shared)),
  }
}

/** Without the suffix of the one account. */
function sharedStackName(plan: RolePlan): string {
  const suffix = nameSuffixOf(plan)
  return suffix === null ? plan.stackName : plan.stackName.slice(0, -suffix.length - 1)
}

/** One account that fails does not stop the others. No account gets a role by joining the organization: it would have no external ID. */
function stackSet(rollout: Rollout, { template: source, instances }: SetOfStacks, suffix: string): TemplateMapping {
  const shared = sharedParameters(instances.map(({ values }) => values))
  return {
    Type: 'AWS::CloudFormation::StackSet',
    Properties: {
      StackSetName: `${sharedStackName(rollout.accounts[0].plan).slice(0, 120)}${suffix === '' ? '' : `-${suffix}`}`,
      Description: `The role for ${rollout.vendor.name} in ${accounts(instances.length)}, each with its own external ID.`,
      PermissionModel: 'SERVICE_MANAGED',
      AutoDeployment: { Enabled: false },
      CallAs: ref('CallAs'),
      Capabilities: ['CAPABILITY_NAMED_IAM'],
      ManagedExecution: { Active: true },
      OperationPreferences: { FailureTolerancePercentage: 100, MaxConcurrentPercentage: 100 },
      ...source,
      Parameters: pairs(Object.entries(shared)),
      StackInstancesGroup: instances.map((instance) => group(instance, shared)),
    },
  }
}

const suffixOf = (index: number): string => (index === 0 ? '' : String(index + 1))

const setNames = (rollout: Rollout): readonly string[] => setsOfStacks(rollout).map((_, index) => `AccountAccessRoles${suffixOf(index)}`)

function stackSets(rollout: Rollout): TemplateMapping {
  const names = setNames(rollout)
  return Object.fromEntries(setsOfStacks(rollout).map((set, index) => [names[index] ?? '', stackSet(rollout, set, suffixOf(index))]))
}

const parameters: TemplateMapping = {
  OrganizationalUnitId: {
    Type: 'String',
    Description:
      'ID of your organization root (r-...), or of an organizational unit (ou-...) that contains all these accounts. Only the listed accounts get the role.',
    AllowedPattern: '^(r-[a-z0-9]{4,32}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})$',
    ConstraintDescription: 'like r-ab12 or ou-ab12-cdefghij',
  },
  CallAs: {
    Type: 'String',
    Description:
      'SELF in the management account, DELEGATED_ADMIN in a member account that is registered as a delegated administrator for StackSets.',
    Default: 'SELF',
    AllowedValues: ['SELF', 'DELEGATED_ADMIN'],
  },
}

/** Otherwise the stack of a management account in the list would silently never be created. */
const rules = (plans: readonly RolePlan[]): TemplateMapping => ({
  ManagementAccountIsLeftOut: {
    RuleCondition: equals(ref('CallAs'), 'SELF'),
    Assertions: [
      {
        Assert: not({ 'Fn::Contains': [plans.map(({ accountId }) => accountId), ref('AWS::AccountId')] }),
        AssertDescription:
          'This management account is in the list, but stack sets skip it. Nothing was created. Select it as the management account next to the template, use the new template, and create a separate stack for this account.',
      },
    ],
  },
  RightPartition: {
    Assertions: [
      {
        Assert: equals(ref('AWS::Partition'), plans[0]?.partition ?? 'aws'),
        AssertDescription: 'This template is for another partition. Nothing was created.',
      },
    ],
  },
})

const preamble = (rollout: Rollout): string =>
  `Connects ${awsAccounts(stackSetPlans(rollout).length)} in one organization to ${rollout.vendor.name}.

Creates one stack set, which creates one stack with one IAM role in each account. Each account has its own external ID. To remove access, delete this stack. The roles are deleted with it.${
    rollout.managementAccountId === null
      ? ''
      : `\n\nThe management account ${accountIdInGroups(rollout.managementAccountId)} is not included, because stack sets skip it. Create a separate stack for it.`
  }`

const comments = (rollout: Rollout): TemplateComments =>
  new Map([
    ['Parameters', 'Where the accounts are, and the account you run this in. You enter both when you create the stack.'],
    ['Rules', 'Checked before anything is created.'],
    ['Resources', 'The only resources here. In each account, the stack creates one IAM role.'],
    ...setNames(rollout).flatMap((name): [string, string][] => [
      [`Resources.${name}.Properties.Parameters`, 'Shared by all accounts. An account without its own values gets nothing.'],
      [`Resources.${name}.Properties.StackInstancesGroup`, 'One entry for each account, with its own external ID.'],
    ]),
  ])

function template(rollout: Rollout): Artifact {
  const plans = stackSetPlans(rollout)
  const value: TemplateMapping = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `One stack set that creates the role for ${rollout.vendor.name} in ${accounts(plans.length)} of an organization.`,
    Parameters: parameters,
    Rules: rules(plans),
    Resources: stackSets(rollout),
  }
  const lines = [...yamlComment(preamble(rollout)), '', ...templateYaml(value, comments(rollout))]
  return { filename: 'account-access-stack-set.yaml', language: 'yaml', text: `${lines.join('\n')}\n` }
}

export const stackSetMessages = messages('stack-set', {
  title: 'CloudFormation StackSet',
  purpose:
    'Creates all roles from one stack in your organization’s management account, or in a delegated administrator account for StackSets. AWS works through the accounts one at a time, so hundreds take hours.',
  needs: [
    'the management account of an organization with all features enabled, or a delegated administrator for StackSets (then set CallAs to DELEGATED_ADMIN)',
    'trusted access for StackSets in AWS Organizations, once per organization (in the CloudFormation console under StackSets, Activate trusted access, or aws cloudformation activate-organizations-access)',
    'the ID of the organization root, or of an organizational unit that contains all these accounts (aws organizations list-roots)',
    'a separate stack for the management account, which StackSets skip (see its Create role screen)',
    'an S3 bucket if the template is larger than 51,200 bytes (the CloudFormation console creates one when you upload the file)',
  ],
  undo: 'Delete the stack you created from the template, as the same caller. This deletes the stack set, its stacks, and the roles, and ends access.',
})

export const stackSetTemplate: ArtifactDialect<Rollout> = {
  id: stackSetMessages.id,
  texts: stackSetMessages.in,
  undo: (_, language = 'en') => ({ words: stackSetMessages.in(language).undo, commands: null }),
  render: template,
}

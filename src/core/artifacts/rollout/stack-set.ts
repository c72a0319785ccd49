import type { Artifact, ArtifactDialect } from '#core/artifacts/artifact.ts'
import { equals, not, ref, type TemplateMapping, type TemplateValue } from '#core/artifacts/template-value.ts'
import { type TemplateComments, templateYaml, yamlComment } from '#core/artifacts/template-yaml.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { said } from '#core/rules/said.ts'
import type { Rollout } from './rollout.ts'
import { type Instance, type Parameters, type SetOfStacks, setsOfStacks, stackSetPlans } from './sets-of-stacks.ts'

/**
 * What the set has where an account overrides nothing. The template's own rule refuses to start in any account but the given
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

/** One account that fails does not stop the others. No account gets a role by joining the organization: it would have no external ID. */
function stackSet(rollout: Rollout, { template: source, instances }: SetOfStacks, suffix: string): TemplateMapping {
  const shared = sharedParameters(instances.map(({ values }) => values))
  return {
    Type: 'AWS::CloudFormation::StackSet',
    Properties: {
      StackSetName: `${rollout.accounts[0].plan.stackName.slice(0, 120)}${suffix === '' ? '' : `-${suffix}`}`,
      Description: `The role of ${rollout.vendor.name} in ${instances.length} accounts, each with its own external ID.`,
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
      'The ID of the root of your organization (r-...), or of an organizational unit (ou-...) that all these accounts are in. Only the accounts that are listed get the role.',
    AllowedPattern: '^(r-[a-z0-9]{4,32}|ou-[a-z0-9]{4,32}-[a-z0-9]{8,32})$',
    ConstraintDescription: 'like r-ab12 or ou-ab12-cdefghij',
  },
  CallAs: {
    Type: 'String',
    Description:
      'SELF in the management account of the organization, DELEGATED_ADMIN in a member account that is registered as delegated administrator for StackSets.',
    Default: 'SELF',
    AllowedValues: ['SELF', 'DELEGATED_ADMIN'],
  },
}

/** Where the management account is in the list unnoticed, its stack would never be made and nobody told. */
const rules = (plans: readonly RolePlan[]): TemplateMapping => ({
  ManagementAccountIsLeftOut: {
    RuleCondition: equals(ref('CallAs'), 'SELF'),
    Assertions: [
      {
        Assert: not({ 'Fn::Contains': [plans.map(({ accountId }) => accountId), ref('AWS::AccountId')] }),
        AssertDescription:
          'This management account is in the list, but stack sets leave it out. Nothing was created. Choose it as the management account beside the template, take the new template, and give this account a stack of its own.',
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
  `Connects ${stackSetPlans(rollout).length} AWS accounts of one organization to ${rollout.vendor.name}.

Creates one stack set, which creates one stack with one IAM role in each account. Every account has an external ID of its own. To withdraw the access, delete this stack; the roles go with it.${
    rollout.managementAccountId === null
      ? ''
      : `\n\nThe management account ${accountIdInGroups(rollout.managementAccountId)} is not in it, because stack sets leave it out. Give it a stack of its own.`
  }`

const comments = (rollout: Rollout): TemplateComments =>
  new Map([
    ['Parameters', 'Where the accounts are, and as whom you ask. Both are asked for when you create the stack.'],
    ['Rules', 'Checked before anything is created.'],
    ['Resources', 'Nothing else is created here. In each account, the stack creates one IAM role.'],
    ...setNames(rollout).flatMap((name): [string, string][] => [
      [`Resources.${name}.Properties.Parameters`, 'What all accounts have in common. Without its own values an account gets nothing.'],
      [`Resources.${name}.Properties.StackInstancesGroup`, 'One entry for each account, with its own external ID.'],
    ]),
  ])

function template(rollout: Rollout): Artifact {
  const plans = stackSetPlans(rollout)
  const value: TemplateMapping = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `One stack set that creates the role of ${rollout.vendor.name} in ${plans.length} accounts of an organization.`,
    Parameters: parameters,
    Rules: rules(plans),
    Resources: stackSets(rollout),
  }
  const lines = [...yamlComment(preamble(rollout)), '', ...templateYaml(value, comments(rollout))]
  return { filename: 'account-access-stack-set.yaml', language: 'yaml', text: `${lines.join('\n')}\n` }
}

export const stackSetTemplate: ArtifactDialect<Rollout> = {
  id: 'stack-set',
  title: 'CloudFormation StackSet',
  purpose:
    'create all roles from one stack in the management account of your organization, or in that of a delegated administrator for StackSets; AWS works through the accounts one after another, so hundreds take hours',
  needs: [
    'The management account of an organization with all features, or a delegated administrator for StackSets (then set CallAs to DELEGATED_ADMIN)',
    'Trusted access between StackSets and Organizations: in the CloudFormation console under StackSets, Activate trusted access, or aws cloudformation activate-organizations-access; once for the organization',
    'The ID of the root of the organization or of an organizational unit with all these accounts in it (aws organizations list-roots)',
    'A stack of its own for the management account, which stack sets leave out: see its Create role screen',
    'A bucket for the template where it is larger than 51,200 bytes; the CloudFormation console makes one by itself when you upload the file',
  ],
  undo: () => ({
    words: said`Delete the stack that you created from the template, as the same caller. It deletes the stack set, its stacks and the roles with them; the access ends.`,
    commands: null,
  }),
  render: template,
}

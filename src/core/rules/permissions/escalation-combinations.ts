import { isEveryAction, namesAction } from '#core/policy/action-pattern.ts'
import { rule } from '#core/policy/form/rule.ts'
import type { ConditionView } from '#core/policy/policy-view.ts'
import { messages } from '#core/text/messages.ts'
import { isBroadFor } from './action-resources.ts'
import { allGrants, type Grant } from './grant.ts'
import type { PermissionsRule, PermissionsSubject } from './permissions-rule.ts'
import { isEverything } from './resource-breadth.ts'

/** What, together with passing any role, starts something that acts with that role: one action of each group. */
export type EscalationCombination = {
  readonly groups: readonly (readonly string[])[]
  /** The services that the role is passed to. */
  readonly services: readonly string[]
}

const combination = (services: readonly string[], ...groups: readonly (readonly string[])[]): EscalationCombination => ({
  groups,
  services,
})

const ec2 = ['ec2.amazonaws.com']
const lambda = ['lambda.amazonaws.com']
const containers = ['ecs-tasks.amazonaws.com']

/** https://github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation and https://github.com/prowler-cloud/prowler/blob/master/prowler/providers/aws/services/iam/lib/privilege_escalation.py */
export const escalationCombinations: readonly EscalationCombination[] = [
  combination(ec2, ['ec2:RunInstances']),
  combination(ec2, ['ec2:AssociateIamInstanceProfile', 'ec2:ReplaceIamInstanceProfileAssociation']),
  combination(ec2, ['ec2:RequestSpotInstances', 'ec2:RequestSpotFleet', 'ec2:CreateFleet']),
  combination(
    ec2,
    ['autoscaling:CreateLaunchConfiguration', 'ec2:CreateLaunchTemplate'],
    ['autoscaling:CreateAutoScalingGroup', 'autoscaling:UpdateAutoScalingGroup'],
  ),
  combination(
    lambda,
    ['lambda:CreateFunction'],
    [
      'lambda:InvokeFunction',
      'lambda:InvokeAsync',
      'lambda:CreateEventSourceMapping',
      'lambda:AddPermission',
      'lambda:CreateFunctionUrlConfig',
    ],
  ),
  combination(
    ['cloudformation.amazonaws.com'],
    ['cloudformation:CreateStack', 'cloudformation:UpdateStack', 'cloudformation:CreateChangeSet', 'cloudformation:CreateStackSet'],
  ),
  combination(['glue.amazonaws.com'], ['glue:CreateDevEndpoint', 'glue:CreateJob', 'glue:UpdateJob', 'glue:CreateSession']),
  combination(
    ['datapipeline.amazonaws.com', 'ec2.amazonaws.com', 'elasticmapreduce.amazonaws.com'],
    ['datapipeline:CreatePipeline'],
    ['datapipeline:PutPipelineDefinition'],
  ),
  combination(containers, ['ecs:RegisterTaskDefinition'], ['ecs:RunTask', 'ecs:StartTask', 'ecs:CreateService', 'ecs:UpdateService']),
  combination(containers, ['batch:RegisterJobDefinition'], ['batch:SubmitJob']),
  combination(['codebuild.amazonaws.com'], ['codebuild:CreateProject', 'codebuild:UpdateProject']),
  combination(
    ['sagemaker.amazonaws.com'],
    [
      'sagemaker:CreateNotebookInstance',
      'sagemaker:CreateTrainingJob',
      'sagemaker:CreateProcessingJob',
      'sagemaker:CreateHyperParameterTuningJob',
    ],
  ),
  combination(['tasks.apprunner.amazonaws.com', 'build.apprunner.amazonaws.com'], ['apprunner:CreateService', 'apprunner:UpdateService']),
  combination(['states.amazonaws.com'], ['states:CreateStateMachine', 'states:UpdateStateMachine']),
  combination(['scheduler.amazonaws.com'], ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule']),
  combination(['elasticmapreduce.amazonaws.com', 'ec2.amazonaws.com'], ['elasticmapreduce:RunJobFlow']),
  combination(['ssm.amazonaws.com'], ['ssm:StartAutomationExecution']),
  combination(['airflow.amazonaws.com', 'airflow-env.amazonaws.com'], ['airflow:CreateEnvironment']),
]

export const pp08Messages = messages('PP08', {
  title: 'Actions that together grant full access',
  what: '`iam:PassRole` on all roles together with actions that start something with a role: an instance, a function, a stack, a job. All statements and policies of the role count together.',
  why: 'Anyone who can start something with any role can do what the most powerful role in the account can do.',
  todo: 'Name the roles that can be passed, and the service in a condition on `iam:PassedToService`.',
  found: (actions: string, more: number) =>
    `Together with ${actions}${more > 0 ? ` and ${more} more` : ''}, passing any role grants the permissions of the most powerful one. Name the roles that can be passed.`,
})

const isPassedToService = ({ keyName, quantifier, isIfExists, isNegated }: ConditionView): boolean =>
  keyName === 'iam:passedtoservice' && quantifier !== 'ForAllValues:' && !isIfExists && !isNegated

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#ck_PassedToService */
function reachesService({ statement }: Grant, services: readonly string[]): boolean {
  return statement.conditions
    .filter(isPassedToService)
    .every(({ values }) => values.some(({ text }) => services.some((service) => namesAction(text.replace(/\.cn$/, ''), service))))
}

/** Another rule reports `*` on `*`. */
const isWholeAccount = ({ pattern, resources }: Grant): boolean =>
  pattern !== null && isEveryAction(pattern.text) && resources.some(isEverything)

/** Roles that a condition does not hold to one resource. */
function passings(subject: PermissionsSubject): readonly Grant[] {
  return allGrants(subject, 'iam:PassRole').filter(
    (grant) =>
      !isWholeAccount(grant) &&
      grant.reached([/^iam:associatedresourcearn$/]).some((resource) => isBroadFor('iam:PassRole', resource, subject.context.knowledge)),
  )
}

/** A grant for each group, or none at all. */
function completed(subject: PermissionsSubject, { groups }: EscalationCombination): readonly (Grant & { readonly action: string })[] {
  const granted = groups.map((group) => group.flatMap((action) => allGrants(subject, action).map((grant) => ({ ...grant, action }))))
  return granted.every((grants) => grants.length > 0) ? granted.flatMap((grants) => grants.slice(0, 1)) : []
}

export const pp08EscalationCombination: PermissionsRule = rule(
  pp08Messages,
  'critical',
  'https://github.com/RhinoSecurityLabs/AWS-IAM-Privilege-Escalation',
  (subject) => {
    const passing = passings(subject)
    const found = escalationCombinations.flatMap((combination) => {
      const passed = passing.find((grant) => reachesService(grant, combination.services))
      const started = passed === undefined ? [] : completed(subject, combination)
      return passed === undefined || started.length === 0 ? [] : [{ passed, started }]
    })
    const parts = found.flatMap(({ passed, started }) => [passed, ...started])
    const place =
      parts.find(({ isHere, pattern }) => isHere && pattern !== null)?.pattern?.path ?? parts.find(({ isHere }) => isHere)?.statement.path
    if (place === undefined) return []
    const actions = [...new Set(found.map(({ started }) => started.map(({ action }) => action).join(' + ')))]
    const more = actions.length - 4
    return [
      {
        message: (language) => pp08Messages.in(language).found(actions.slice(0, 4).join(', '), more),
        path: place,
      },
    ]
  },
)

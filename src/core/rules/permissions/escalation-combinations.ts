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

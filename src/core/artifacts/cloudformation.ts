import { said } from '#core/rules/said.ts'
import type { ArtifactDialect } from './artifact.ts'
import { deleteStack } from './aws-cli.ts'
import { planTemplate } from './own-template.ts'

export const cloudFormation: ArtifactDialect = {
  id: 'cloudformation',
  title: 'CloudFormation template',
  purpose: 'create the role as a stack with the tools that you have: upload the file in the CloudFormation console, or deploy it',
  needs: ['The CloudFormation console or the AWS CLI', 'The capability CAPABILITY_NAMED_IAM, because the template names the role'],
  undo: (plan) => ({
    words: said`Delete the stack ${plan.stackName} in ${plan.region}. The role goes with it and the access ends.`,
    commands: deleteStack(plan),
  }),
  render: (plan) => ({ filename: `${plan.stackName}.yaml`, language: 'yaml', text: planTemplate(plan).text }),
}

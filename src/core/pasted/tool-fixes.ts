import type { Artifact } from '#core/artifacts/artifact.ts'
import { cdk } from '#core/artifacts/cdk.ts'
import { pulumi } from '#core/artifacts/pulumi.ts'
import { terraform } from '#core/artifacts/terraform.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { type Said, said } from '#core/rules/said.ts'
import { type Remedy, signIn } from './fix.ts'

/** Takes the place of what the customer has in the files of a tool that keeps the role as code. */
type Tool = {
  readonly artifact: 'terraform' | 'cdk' | 'pulumi'
  readonly file: (plan: RolePlan) => Artifact
  readonly replace: (file: Artifact) => readonly Said[]
  readonly command: string
  readonly afterwards: readonly Said[]
}

const tools: readonly Tool[] = [
  {
    artifact: 'terraform',
    file: terraform.render,
    replace: ({ filename }) => [
      said`In your configuration, replace the role and its policy by what stands in ${filename}. Keep the names that your resources have: under new names Terraform would create a second role, which cannot have the same name.`,
    ],
    command: 'terraform apply\n',
    afterwards: [said`Read the plan before you confirm it. It also takes back what was changed by hand.`],
  },
  {
    artifact: 'cdk',
    file: cdk.render,
    replace: ({ filename }) => [
      said`In your app, replace the stack by what stands in ${filename}. Keep the IDs that your constructs have: under new IDs CloudFormation would create a second role, which cannot have the same name.`,
    ],
    command: 'cdk deploy AccountAccessRole\n',
    afterwards: [
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html
      said`If the CDK says that there are no changes, the role was changed by hand: run cdk destroy AccountAccessRole first, and deploy again.`,
    ],
  },
  {
    artifact: 'pulumi',
    file: pulumi.render,
    replace: ({ filename }) => [
      said`In your program, replace the role and its policy by what stands in ${filename}. Keep the names that your resources have: under new names Pulumi would create a second role, which cannot have the same name.`,
    ],
    // https://www.pulumi.com/docs/iac/cli/commands/pulumi_up/: without it Pulumi compares with what it remembers.
    command: 'pulumi up --refresh\n',
    afterwards: [said`Read the preview before you confirm it. It also takes back what was changed by hand.`],
  },
]

/** For what stands in the text of the role: its policies, its name, its options. */
export const codeFixes = (plan: RolePlan): readonly Remedy[] =>
  tools.map(({ artifact, file, replace, command, afterwards }) => {
    const replacement = file(plan)
    return {
      artifact,
      steps: [signIn(plan), ...replace(replacement), said`Run the command.`, ...afterwards],
      file: replacement,
      command,
    }
  })

/** For what hinders the tool, and not its text. */
export const runAgain = (plan: RolePlan): readonly Remedy[] =>
  tools.map(({ artifact, command }) => ({
    artifact,
    steps: [signIn(plan), said`Remove the reason that is given.`, said`Run the command again.`],
    file: null,
    command,
    isForUsersOnly: true,
  }))

/**
 * A StackSet gives a stack the values of its template again only when the stack is made anew.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stackinstances-delete.html
 */
export const stackSetFixes = ({ accountId }: RolePlan): readonly Remedy[] => [
  {
    artifact: 'stack-set',
    steps: [
      said`Sign in to the account that holds the StackSet.`,
      said`In CloudFormation, StackSets, open it, and choose "Delete stacks from StackSet" for account ${accountIdInGroups(accountId)}, without retaining the stack.`,
      said`Choose "Add stacks to StackSet" for the same account, in one region, with the account ID and the external ID of this page as overrides.`,
    ],
    file: null,
    command: null,
    isForUsersOnly: true,
  },
]

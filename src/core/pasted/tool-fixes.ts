import type { Artifact } from '#core/artifacts/artifact.ts'
import { cdk } from '#core/artifacts/cdk.ts'
import { pulumi } from '#core/artifacts/pulumi.ts'
import { terraform } from '#core/artifacts/terraform.ts'
import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { type FixTexts, signIn } from './fix.ts'

export const toolFixesMessages = messages('tool-fixes', {
  replaceInConfiguration: (filename: string) =>
    `In your configuration, replace the role and its policy with the contents of ${filename}. Keep your resource names. With new names, Terraform would create a second role, and role names must be unique.`,
  readPlan: 'Review the plan before you apply it. It also reverts manual changes.',
  replaceInApp: (filename: string) =>
    `In your app, replace the stack with the contents of ${filename}. Keep your construct IDs. With new IDs, CloudFormation would create a second role, and role names must be unique.`,
  noChanges: 'If the CDK reports no changes, the role was changed manually. Run cdk destroy AccountAccessRole, and deploy again.',
  replaceInProgram: (filename: string) =>
    `In your program, replace the role and its policy with the contents of ${filename}. Keep your resource names. With new names, Pulumi would create a second role, and role names must be unique.`,
  readPreview: 'Review the preview before you confirm it. It also reverts manual changes.',
  run: 'Run the command.',
  removeReason: 'Resolve the problem described above.',
  runAgain: 'Run the command again.',
  signInToStackSet: 'Sign in to the account that holds the StackSet.',
  deleteStacks: (accountId: string) =>
    `In CloudFormation, open the StackSet and choose "Delete stacks from StackSet" for account ${accountId}, without retaining the stack.`,
  addStacks:
    'Choose "Add stacks to StackSet" for the same account, in one Region, and override the parameters with the account ID and external ID from this page.',
})

/** Takes the place of what the customer has in the files of a tool that keeps the role as code. */
type CodeTool = {
  readonly artifact: 'terraform' | 'cdk' | 'pulumi'
  readonly file: (plan: RolePlan) => Artifact
  readonly replace: (file: Artifact) => readonly Text[]
  readonly command: string
  readonly afterwards: readonly Text[]
}

const tools: readonly CodeTool[] = [
  {
    artifact: 'terraform',
    file: terraform.render,
    replace: ({ filename }) => [(language) => toolFixesMessages.in(language).replaceInConfiguration(filename)],
    command: 'terraform apply\n',
    afterwards: [(language) => toolFixesMessages.in(language).readPlan],
  },
  {
    artifact: 'cdk',
    file: cdk.render,
    replace: ({ filename }) => [(language) => toolFixesMessages.in(language).replaceInApp(filename)],
    command: 'cdk deploy AccountAccessRole\n',
    afterwards: [
      // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-drift.html
      (language) => toolFixesMessages.in(language).noChanges,
    ],
  },
  {
    artifact: 'pulumi',
    file: pulumi.render,
    replace: ({ filename }) => [(language) => toolFixesMessages.in(language).replaceInProgram(filename)],
    // https://www.pulumi.com/docs/iac/cli/commands/pulumi_up/: without it Pulumi compares with what it remembers.
    command: 'pulumi up --refresh\n',
    afterwards: [(language) => toolFixesMessages.in(language).readPreview],
  },
]

/** For what stands in the text of the role: its policies, its name, its options. */
export const codeFixes = (plan: RolePlan): readonly FixTexts[] =>
  tools.map(({ artifact, file, replace, command, afterwards }) => {
    const replacement = file(plan)
    return {
      artifact,
      steps: [signIn(plan), ...replace(replacement), (language) => toolFixesMessages.in(language).run, ...afterwards],
      file: replacement,
      command,
    }
  })

/** For what hinders the tool, and not its text. */
export const runAgain = (plan: RolePlan): readonly FixTexts[] =>
  tools.map(({ artifact, command }) => ({
    artifact,
    steps: [signIn(plan), (language) => toolFixesMessages.in(language).removeReason, (language) => toolFixesMessages.in(language).runAgain],
    file: null,
    command,
    isForUsersOnly: true,
  }))

/**
 * A StackSet restores a stack's template values only when the stack is deleted and created again.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stackinstances-delete.html
 */
export const stackSetFixes = ({ accountId }: RolePlan): readonly FixTexts[] => [
  {
    artifact: 'stack-set',
    steps: [
      (language) => toolFixesMessages.in(language).signInToStackSet,
      (language) => toolFixesMessages.in(language).deleteStacks(accountIdInGroups(accountId)),
      (language) => toolFixesMessages.in(language).addStacks,
    ],
    file: null,
    command: null,
    isForUsersOnly: true,
  },
]

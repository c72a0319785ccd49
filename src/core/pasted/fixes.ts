import { accountIdInGroups } from '#core/aws/account-id.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { inEnglish, type Said, type Say, said } from '#core/rules/said.ts'
import { shellQuoted } from '#core/text/shell-quote.ts'
import { pasteText } from '#core/verify/paste-text.ts'
import { type Fix, type Remedy, signIn } from './fix.ts'
import type { AilmentPart } from './pasted-rule.ts'
import { codeFixes, runAgain, stackSetFixes } from './tool-fixes.ts'

const cli = (plan: RolePlan, command: string): Remedy => ({
  artifact: 'aws-cli',
  steps: [signIn(plan), said`Run the command, for example in AWS CloudShell.`],
  file: null,
  command,
})

const launchAgain = (plan: RolePlan): Remedy => ({
  artifact: 'cloudformation',
  steps: [
    signIn(plan),
    said`In CloudFormation, delete the stack ${plan.stackName}.`,
    said`Launch it again from this page, and leave the parameters as they are.`,
  ],
  file: null,
  command: null,
})

const inConsole = (plan: RolePlan, ...steps: readonly Said[]): Remedy => ({
  artifact: 'console',
  steps: [signIn(plan), ...steps],
  file: null,
  command: null,
})

const trustFixes = (plan: RolePlan): readonly Remedy[] => [
  inConsole(
    plan,
    said`Open IAM, Roles, ${plan.roleName}, tab "Trust relationships", and choose "Edit trust policy".`,
    said`Replace the whole text with the corrected policy, and choose "Update policy".`,
  ),
  cli(plan, pasteText('trust-policy-command', plan).text),
  launchAgain(plan),
  ...codeFixes(plan),
  ...stackSetFixes(plan),
]

const permissionsFixes = (plan: RolePlan): readonly Remedy[] => [
  inConsole(
    plan,
    said`Open IAM, Roles, ${plan.roleName}, tab "Permissions", and open the policy ${plan.policyName}.`,
    said`Choose "JSON", replace the whole text with the corrected policy, and save it.`,
  ),
  cli(plan, pasteText('permissions-policy-command', plan).text),
  launchAgain(plan),
  ...codeFixes(plan),
  ...stackSetFixes(plan),
]

const roleFixes = (plan: RolePlan): readonly Remedy[] => [
  inConsole(
    plan,
    said`Find out who uses the role that has the wrong name or path. Don’t delete it while another team may use it.`,
    said`Create the role ${plan.roleArn} again in one of the ways on this page.`,
  ),
  {
    artifact: 'aws-cli',
    steps: [signIn(plan), said`Run the commands of the tab "AWS CLI", which create the role under its right name.`],
    file: null,
    command: null,
  },
  launchAgain(plan),
  ...codeFixes(plan),
  ...stackSetFixes(plan),
]

const durationFixes = (plan: RolePlan): readonly Remedy[] => [
  inConsole(
    plan,
    said`Open IAM, Roles, ${plan.roleName}, and choose "Edit" in the summary.`,
    said`Set the maximum session duration to ${plan.maxSessionDuration / 3600} hours.`,
  ),
  cli(plan, `aws iam update-role --role-name ${shellQuoted(plan.roleName)} --max-session-duration ${plan.maxSessionDuration}\n`),
  launchAgain(plan),
  ...codeFixes(plan),
  ...stackSetFixes(plan),
]

function boundaryFixes(plan: RolePlan): readonly Remedy[] {
  const { permissionsBoundary, roleName } = plan
  const name = `--role-name ${shellQuoted(roleName)}`
  return [
    inConsole(
      plan,
      said`Open IAM, Roles, ${roleName}, tab "Permissions", section "Permissions boundary".`,
      permissionsBoundary === null
        ? said`Remove the boundary, or see that it allows every action of the permissions policy.`
        : said`Set ${permissionsBoundary}.`,
    ),
    cli(
      plan,
      permissionsBoundary === null
        ? `aws iam delete-role-permissions-boundary ${name}\n`
        : `aws iam put-role-permissions-boundary ${name} --permissions-boundary ${shellQuoted(permissionsBoundary)}\n`,
    ),
    ...codeFixes(plan),
  ]
}

const organizationFixes = ({ vendor, vendorAccountId }: RolePlan): readonly Remedy[] => [
  {
    artifact: 'console',
    steps: [
      said`Ask the administrator of your AWS organization, and name account ${accountIdInGroups(vendorAccountId)} of ${vendor.name}.`,
    ],
    file: null,
    command: null,
  },
]

const terminalFixes = (plan: RolePlan): readonly Remedy[] => [
  {
    artifact: 'aws-cli',
    steps: [signIn(plan), said`Check the account, and run the command again.`],
    file: null,
    command: 'aws sts get-caller-identity\n',
  },
]

const stackFixes = (plan: RolePlan): readonly Remedy[] => [
  {
    artifact: 'cloudformation',
    steps: [
      signIn(plan),
      said`Remove the reason that the stack gives.`,
      said`If the stack ${plan.stackName} has the status ROLLBACK_COMPLETE, delete it: it can’t be used again. Don’t delete one with another status: another team may use it.`,
      said`Launch it again from this page.`,
    ],
    file: null,
    command: null,
  },
  ...runAgain(plan),
  ...stackSetFixes(plan),
]

const remediesOf: Readonly<Record<AilmentPart, (plan: RolePlan) => readonly Remedy[]>> = {
  stack: stackFixes,
  role: roleFixes,
  'session-duration': durationFixes,
  boundary: boundaryFixes,
  'trust-policy': trustFixes,
  'permissions-policy': permissionsFixes,
  organization: organizationFixes,
  vendor: () => [],
  terminal: terminalFixes,
}

/** What to do about a part of the role. Nothing, where it is for the vendor to act. */
export function remedies(part: AilmentPart, plan: RolePlan, say: Say = inEnglish): readonly Fix[] {
  return remediesOf[part](plan).map(({ steps, ...remedy }) => ({ ...remedy, steps: steps.map((step) => say(step, 'remedies')) }))
}

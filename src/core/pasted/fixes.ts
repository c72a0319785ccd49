import { accountIdInGroups } from '#core/aws/account-id.ts'
import { managedPolicyName } from '#core/aws/managed-policy.ts'
import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { shellQuoted } from '#core/text/strings.ts'
import { pasteText } from '#core/verify/explanation.ts'
import { type Fix, type FixTexts, signIn } from './fix.ts'
import type { RulePart } from './pasted-rule.ts'
import { codeFixes, runAgain, stackSetFixes } from './tool-fixes.ts'

export const fixesMessages = messages('fixes', {
  run: 'Run the command, for example in AWS CloudShell.',
  deleteStack: (stackName: string) => `In CloudFormation, delete the stack ${stackName}.`,
  launchUnchanged: 'Launch it again from this page, and leave the parameters as they are.',
  openTrust: (roleName: string) => `Open IAM, Roles, ${roleName}, tab "Trust relationships", and choose "Edit trust policy".`,
  replaceTrust: 'Replace all of the text with the corrected policy, and choose "Update policy".',
  openPolicy: (roleName: string, policyName: string) =>
    `Open IAM, Roles, ${roleName}, tab "Permissions", and open the policy ${policyName}.`,
  replacePolicy: 'Choose "JSON", replace all of the text with the corrected policy, and save it.',
  deletePolicy: (roleName: string, policyName: string) =>
    `Open IAM, Roles, ${roleName}, tab "Permissions". If the role has the inline policy ${policyName}, remove it, because no inline policy was requested.`,
  findUsers: 'Find out who uses the role with the wrong name or path. Don’t delete it until you know that no other team uses it.',
  createRole: (roleArn: string) => `Create the role ${roleArn} again with one of the methods on this page.`,
  runTab: 'Run the commands on the "AWS CLI" tab, which create the role with the right name.',
  openRole: (roleName: string) => `Open IAM, Roles, ${roleName}, and choose "Edit" in the summary.`,
  setDuration: (number: number) => `Set the maximum session duration to ${number} hours.`,
  attachPolicies: (roleName: string, names: string) =>
    `Open IAM, Roles, ${roleName}, tab "Permissions", choose "Add permissions", "Attach policies", and attach: ${names}.`,
  detachPolicies: (roleName: string) =>
    `Open IAM, Roles, ${roleName}, tab "Permissions", select the policies that weren’t requested, and choose "Remove".`,
  openBoundary: (roleName: string) => `Open IAM, Roles, ${roleName}, tab "Permissions", section "Permissions boundary".`,
  dropBoundary: 'Remove the boundary, or make sure that it allows every action in the permissions policy.',
  setBoundary: (permissionsBoundary: string) => `Set ${permissionsBoundary}.`,
  askOrganization: (vendorAccountId: string, vendor: string) =>
    `Ask your AWS Organizations admin to allow ${vendor}’s account ${vendorAccountId}.`,
  checkAccount: 'Check the account, and run the command again.',
  removeReason: 'Resolve the problem described above.',
  deleteRolledBack: (stackName: string) =>
    `If the stack ${stackName} has the status ROLLBACK_COMPLETE, delete it. It can’t be reused. If it has any other status, don’t delete it, because another team may use it.`,
  launchAgain: 'Launch it again from this page.',
})

const cli = (plan: RolePlan, command: string): FixTexts => ({
  artifact: 'aws-cli',
  steps: [signIn(plan), (language) => fixesMessages.in(language).run],
  file: null,
  command,
})

const launchAgain = (plan: RolePlan): FixTexts => ({
  artifact: 'cloudformation',
  steps: [
    signIn(plan),
    (language) => fixesMessages.in(language).deleteStack(plan.stackName),
    (language) => fixesMessages.in(language).launchUnchanged,
  ],
  file: null,
  command: null,
})

const inConsole = (plan: RolePlan, ...steps: readonly Text[]): FixTexts => ({
  artifact: 'console',
  steps: [signIn(plan), ...steps],
  file: null,
  command: null,
})

/** Ways to create the role again from what this page offers. */
const deployAgain = (plan: RolePlan): readonly FixTexts[] => [launchAgain(plan), ...codeFixes(plan), ...stackSetFixes(plan)]

const trustFixes = (plan: RolePlan): readonly FixTexts[] => [
  inConsole(
    plan,
    (language) => fixesMessages.in(language).openTrust(plan.roleName),
    (language) => fixesMessages.in(language).replaceTrust,
  ),
  cli(plan, pasteText('trust-policy-command', plan).text),
  ...deployAgain(plan),
]

const attachStep =
  ({ roleName, managedPolicyArns }: RolePlan): Text =>
  (language) =>
    fixesMessages.in(language).attachPolicies(roleName, managedPolicyArns.map(managedPolicyName).join(', '))

/** IAM rejects a policy without statements, so a plan with managed policies alone has none to save. */
function permissionsSteps(plan: RolePlan): readonly Text[] {
  const { roleName, policyName, managedPolicyArns } = plan
  if (hasPermissions(plan)) {
    return [
      (language) => fixesMessages.in(language).openPolicy(roleName, policyName),
      (language) => fixesMessages.in(language).replacePolicy,
    ]
  }
  const deleteStep: Text = (language) => fixesMessages.in(language).deletePolicy(roleName, policyName)
  return managedPolicyArns.length === 0 ? [deleteStep] : [attachStep(plan), deleteStep]
}

const permissionsFixes = (plan: RolePlan): readonly FixTexts[] => [
  inConsole(plan, ...permissionsSteps(plan)),
  cli(plan, pasteText('permissions-policy-command', plan).text),
  ...deployAgain(plan),
]

const roleFixes = (plan: RolePlan): readonly FixTexts[] => [
  inConsole(
    plan,
    (language) => fixesMessages.in(language).findUsers,
    (language) => fixesMessages.in(language).createRole(plan.roleArn),
  ),
  {
    artifact: 'aws-cli',
    steps: [signIn(plan), (language) => fixesMessages.in(language).runTab],
    file: null,
    command: null,
  },
  ...deployAgain(plan),
]

const durationFixes = (plan: RolePlan): readonly FixTexts[] => [
  inConsole(
    plan,
    (language) => fixesMessages.in(language).openRole(plan.roleName),
    (language) => fixesMessages.in(language).setDuration(plan.maxSessionDuration / 3600),
  ),
  cli(plan, `aws iam update-role --role-name ${shellQuoted(plan.roleName)} --max-session-duration ${plan.maxSessionDuration}\n`),
  ...deployAgain(plan),
]

function boundaryFixes(plan: RolePlan): readonly FixTexts[] {
  const { permissionsBoundary, roleName } = plan
  const name = `--role-name ${shellQuoted(roleName)}`
  return [
    inConsole(
      plan,
      (language) => fixesMessages.in(language).openBoundary(roleName),
      permissionsBoundary === null
        ? (language) => fixesMessages.in(language).dropBoundary
        : (language) => fixesMessages.in(language).setBoundary(permissionsBoundary),
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

/** A policy that is attached already stays attached. https://docs.aws.amazon.com/IAM/latest/APIReference/API_AttachRolePolicy.html */
const attachmentFixes = (plan: RolePlan): readonly FixTexts[] => [
  inConsole(plan, attachStep(plan)),
  cli(
    plan,
    plan.managedPolicyArns
      .map((arn) => `aws iam attach-role-policy --role-name ${shellQuoted(plan.roleName)} --policy-arn ${shellQuoted(arn)}\n`)
      .join(''),
  ),
  ...deployAgain(plan),
]

/** No method of the page detaches what it hasn't attached. */
const detachmentFixes = (plan: RolePlan): readonly FixTexts[] => [
  inConsole(plan, (language) => fixesMessages.in(language).detachPolicies(plan.roleName)),
]

const organizationFixes = ({ vendor, vendorAccountId }: RolePlan): readonly FixTexts[] => [
  {
    artifact: 'console',
    steps: [(language) => fixesMessages.in(language).askOrganization(accountIdInGroups(vendorAccountId), vendor.name)],
    file: null,
    command: null,
  },
]

const terminalFixes = (plan: RolePlan): readonly FixTexts[] => [
  {
    artifact: 'aws-cli',
    steps: [signIn(plan), (language) => fixesMessages.in(language).checkAccount],
    file: null,
    command: 'aws sts get-caller-identity\n',
  },
]

const stackFixes = (plan: RolePlan): readonly FixTexts[] => [
  {
    artifact: 'cloudformation',
    steps: [
      signIn(plan),
      (language) => fixesMessages.in(language).removeReason,
      (language) => fixesMessages.in(language).deleteRolledBack(plan.stackName),
      (language) => fixesMessages.in(language).launchAgain,
    ],
    file: null,
    command: null,
  },
  ...runAgain(plan),
  ...stackSetFixes(plan),
]

const fixesByPart: Readonly<Record<RulePart, (plan: RolePlan) => readonly FixTexts[]>> = {
  stack: stackFixes,
  role: roleFixes,
  'session-duration': durationFixes,
  boundary: boundaryFixes,
  'trust-policy': trustFixes,
  'permissions-policy': permissionsFixes,
  'attached-policies': attachmentFixes,
  'further-policies': detachmentFixes,
  organization: organizationFixes,
  vendor: () => [],
  caller: () => [],
  finding: () => [],
  terminal: terminalFixes,
}

/** The fixes for a part of the role. None where the vendor or another caller has to act, or where the role has no fault. */
export function fixesOf(part: RulePart, plan: RolePlan, language = 'en'): readonly Fix[] {
  return fixesByPart[part](plan).map(({ steps, ...remedy }) => ({ ...remedy, steps: steps.map((step) => step(language)) }))
}

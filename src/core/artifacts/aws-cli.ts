import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { jsonText } from '#core/policy/json/json-node.ts'
import { messages } from '#core/text/messages.ts'
import { shellQuoted } from '#core/text/strings.ts'
import type { Artifact, ArtifactDialect } from './artifact.ts'

const trustFile = 'rolebridge-trust.json'
const permissionsFile = 'rolebridge-permissions.json'

/** With an equals sign if the value could be taken for an option. */
export function option(name: string, value: string): string {
  return value.startsWith('-') ? `--${name}=${shellQuoted(value)}` : `--${name} ${shellQuoted(value)}`
}

export function command(...parts: readonly string[]): string {
  return parts.join(' \\\n  ')
}

/** Reads the trust policy from `trustFile`. */
function createRole(plan: RolePlan): string {
  const tags = Object.entries(plan.tags).map(([Key, Value]) => ({ Key, Value }))
  return command(
    'aws iam create-role',
    option('role-name', plan.roleName),
    option('path', plan.path),
    `--max-session-duration ${plan.maxSessionDuration}`,
    ...(plan.permissionsBoundary === null ? [] : [option('permissions-boundary', plan.permissionsBoundary)]),
    ...(tags.length === 0 ? [] : [option('tags', JSON.stringify(tags))]),
    `--assume-role-policy-document file://${trustFile} > /dev/null`,
  )
}

/** Reads the permissions policy from `permissionsFile`. */
const putRolePolicy = (plan: RolePlan): string =>
  command(
    'aws iam put-role-policy',
    option('role-name', plan.roleName),
    option('policy-name', plan.policyName),
    `--policy-document file://${permissionsFile}`,
  )

/** Adding a policy that is attached, like removing one that isn't, changes nothing. */
const managedPolicyCommands = (plan: RolePlan, action: 'attach' | 'detach'): readonly string[] =>
  plan.managedPolicyArns.map((arn) =>
    command(`aws iam ${action}-role-policy`, option('role-name', plan.roleName), option('policy-arn', arn)),
  )

const readBack = (plan: RolePlan): string =>
  command('aws iam get-role', option('role-name', plan.roleName), '--query Role.Arn --output text')

/** The command that puts a document into a file. */
export type Written = (filename: string, document: object) => string

/** Creates the role with its permissions and prints its ARN. */
export const createRoleCommands = (plan: RolePlan, written: Written): readonly string[] => [
  written(trustFile, plan.trustPolicy),
  createRole(plan),
  ...(hasPermissions(plan) ? [written(permissionsFile, plan.permissionsPolicy), putRolePolicy(plan)] : []),
  ...managedPolicyCommands(plan, 'attach'),
  readBack(plan),
]

/**
 * Runs a step and remembers it if it fails, so that the others are tried as well. Something that is already gone is no
 * failure, so the commands can be run again. A step prints nothing but its error.
 */
const attempt = `failed=''
attempt() {
  if answer="$("$@" 2>&1)"; then return 0; fi
  case "$answer" in *NoSuchEntity*|*NotFound*) return 0 ;; esac
  printf '%s\\n' "$answer" >&2
  failed="$failed  $1 $2 $3
"
}`

const reportFailed = `if [ -n "$failed" ]; then
  printf 'These steps failed (see above). The others are done:\\n%s' "$failed" >&2
  exit 1
fi`

/** Tries every step, removes the files that the commands for creating wrote, and says which steps failed. */
export const undoCommands = (steps: readonly string[], files: readonly string[]): readonly string[] => [
  attempt,
  ...steps.map((step) => step.replace(/^aws /gm, 'attempt aws ')),
  `rm -f ${files.join(' ')}`,
  reportFailed,
]

export const deleteRole = (plan: RolePlan): readonly string[] =>
  undoCommands(
    [
      ...(hasPermissions(plan)
        ? [command('aws iam delete-role-policy', option('role-name', plan.roleName), option('policy-name', plan.policyName))]
        : []),
      ...managedPolicyCommands(plan, 'detach'),
      command('aws iam delete-role', option('role-name', plan.roleName)),
    ],
    [trustFile, ...(hasPermissions(plan) ? [permissionsFile] : [])],
  )

/**
 * The exclamation mark is written as a JSON escape, because an interactive shell looks for it in the lines of a here
 * document too and would put an earlier command in its place.
 */
export const written: Written = (filename, document) => `cat > ${filename} <<'JSON'\n${jsonText(document).replaceAll('!', '\\u0021')}JSON`

/**
 * A subshell, so that a failure ends the commands and not the terminal that they were pasted into. No comments, since
 * zsh takes them for commands when they are typed. The region makes the client choose the right partition; an empty
 * pager keeps version 2 from waiting for a key.
 */
export function script(plan: Pick<RolePlan, 'accountId' | 'region'>, filename: string, commands: readonly string[]): Artifact {
  const { accountId, region } = plan
  const text = `(
set -eu
export AWS_REGION=${shellQuoted(region)} AWS_DEFAULT_REGION=${shellQuoted(region)} AWS_PAGER=''

signed_in="$(aws sts get-caller-identity --query Account --output text)"
if [ "$signed_in" != ${shellQuoted(accountId)} ]; then
  printf 'Stopped. You are signed in to AWS account %s, not %s. Nothing was changed.\\n' "$signed_in" ${shellQuoted(accountId)} >&2
  exit 1
fi

${commands.join('\n\n')}
)
`
  return { filename, language: 'bash', text }
}

/** Commands that create the role with its permissions and print its ARN. */
export function awsCliCreate(plan: RolePlan): Artifact {
  return script(plan, 'create-role.sh', createRoleCommands(plan, written))
}

/** Commands that put the right trust policy on a role that is there already. */
export function awsCliFix(plan: RolePlan): Artifact {
  return script(plan, 'fix-trust-policy.sh', [
    written(trustFile, plan.trustPolicy),
    command('aws iam update-assume-role-policy', option('role-name', plan.roleName), `--policy-document file://${trustFile}`),
    readBack(plan),
  ])
}

/** Commands that delete what `awsCliCreate` created. */
export function awsCliUndo(plan: RolePlan): Artifact {
  return script(plan, 'delete-role.sh', deleteRole(plan))
}

export function deleteStack(plan: RolePlan): Artifact {
  const stack = option('stack-name', plan.stackName)
  return script(plan, 'delete-stack.sh', [
    command('aws cloudformation delete-stack', stack),
    command('aws cloudformation wait stack-delete-complete', stack),
  ])
}

export const awsCliMessages = messages('aws-cli', {
  title: 'AWS CLI',
  purpose: 'Run in any terminal or AWS CloudShell. It stops if you’re in the wrong account.',
  needs: ['AWS CLI 1 or 2, signed in to the account (preinstalled in AWS CloudShell)', 'bash or zsh'],
  undo: (roleName: string) => `Delete the role ${roleName}. Access ends within seconds.`,
})

export const awsCli: ArtifactDialect = {
  id: awsCliMessages.id,
  texts: awsCliMessages.in,
  undo: (plan, language = 'en') => ({ words: awsCliMessages.in(language).undo(plan.roleName), commands: awsCliUndo(plan) }),
  render: awsCliCreate,
}

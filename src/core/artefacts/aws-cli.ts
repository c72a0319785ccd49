import { listOf, type PolicyDocument, policyText } from '../policy/document.ts'
import type { RolePlan } from '../role-plan.ts'
import type { Artefact, ArtefactDialect } from './artefact.ts'

const trustFile = 'rolebridge-trust.json'
const permissionsFile = 'rolebridge-permissions.json'

/** Nothing is special between single quotes, for the shell and for its history. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`
}

/** With an equals sign where the value would be taken for an option. */
function option(name: string, value: string): string {
  return value.startsWith('-') ? `--${name}=${quoted(value)}` : `--${name} ${quoted(value)}`
}

/**
 * The exclamation mark is written as a JSON escape, because an interactive shell looks for it in the lines of a here
 * document too and would put an earlier command in its place.
 */
function written(filename: string, document: PolicyDocument): string {
  return `cat > ${filename} <<'JSON'\n${policyText(document).replaceAll('!', '\\u0021')}JSON`
}

function command(...parts: readonly string[]): string {
  return parts.join(' \\\n  ')
}

/**
 * A subshell, so that a failure ends the commands and not the terminal that they were pasted into. No comments, since
 * zsh takes them for commands when they are typed. The region makes the client choose the right partition; an empty
 * pager keeps version 2 from waiting for a key.
 */
function script(plan: RolePlan, filename: string, commands: readonly string[]): Artefact {
  const { accountId, region } = plan
  const text = `(
set -eu
export AWS_REGION=${quoted(region)} AWS_DEFAULT_REGION=${quoted(region)} AWS_PAGER=''

signed_in="$(aws sts get-caller-identity --query Account --output text)"
if [ "$signed_in" != ${quoted(accountId)} ]; then
  printf 'Stopped, nothing was changed: you are signed in to AWS account %s, not to %s.\\n' "$signed_in" ${quoted(accountId)} >&2
  exit 1
fi

${commands.join('\n\n')}
)
`
  return { filename, language: 'bash', text }
}

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

function putRolePolicy(plan: RolePlan): string[] {
  if (listOf(plan.permissionsPolicy.Statement).length === 0) return []
  return [
    written(permissionsFile, plan.permissionsPolicy),
    command(
      'aws iam put-role-policy',
      option('role-name', plan.roleName),
      option('policy-name', plan.policyName),
      `--policy-document file://${permissionsFile}`,
    ),
  ]
}

const readBack = (plan: RolePlan): string =>
  command('aws iam get-role', option('role-name', plan.roleName), '--query Role.Arn --output text')

/** Commands that create the role with its permissions and print its ARN. */
export function awsCliCreate(plan: RolePlan): Artefact {
  return script(plan, 'create-role.sh', [written(trustFile, plan.trustPolicy), createRole(plan), ...putRolePolicy(plan), readBack(plan)])
}

/** Commands that put the right trust policy on a role that is there already. */
export function awsCliFix(plan: RolePlan): Artefact {
  return script(plan, 'fix-trust-policy.sh', [
    written(trustFile, plan.trustPolicy),
    command('aws iam update-assume-role-policy', option('role-name', plan.roleName), `--policy-document file://${trustFile}`),
    readBack(plan),
  ])
}

/** Commands that delete what `awsCliCreate` created. */
export function awsCliUndo(plan: RolePlan): Artefact {
  const hasPolicy = listOf(plan.permissionsPolicy.Statement).length > 0
  return script(plan, 'delete-role.sh', [
    ...(hasPolicy
      ? [command('aws iam delete-role-policy', option('role-name', plan.roleName), option('policy-name', plan.policyName))]
      : []),
    command('aws iam delete-role', option('role-name', plan.roleName)),
  ])
}

/** Commands that delete the stack, and the role with it. */
export function deleteStack(plan: RolePlan): Artefact {
  const stack = option('stack-name', plan.stackName)
  return script(plan, 'delete-stack.sh', [
    command('aws cloudformation delete-stack', stack),
    command('aws cloudformation wait stack-delete-complete', stack),
  ])
}

export const awsCli: ArtefactDialect = {
  id: 'aws-cli',
  title: 'AWS CLI',
  purpose: 'create the role from a terminal or from AWS CloudShell; the commands stop by themselves in any other account',
  needs: ['AWS CLI, version 1 or 2, signed in to the account (AWS CloudShell has it)', 'bash or zsh'],
  undo: (plan) => ({ words: `Delete the role ${plan.roleName}. The access ends at once.`, commands: awsCliUndo(plan) }),
  render: awsCliCreate,
}

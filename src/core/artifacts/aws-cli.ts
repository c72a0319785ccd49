import type { RolePlan } from '#core/connection/role-plan.ts'
import { policyText } from '#core/policy/document.ts'
import { said } from '#core/rules/said.ts'
import { shellQuoted } from '#core/text/encodings.ts'
import type { Artifact, ArtifactDialect } from './artifact.ts'
import { command, createRoleCommands, deleteRole, option, readBack, trustFile, type Written } from './aws-cli-commands.ts'

/**
 * The exclamation mark is written as a JSON escape, because an interactive shell looks for it in the lines of a here
 * document too and would put an earlier command in its place.
 */
const written: Written = (filename, document) => `cat > ${filename} <<'JSON'\n${policyText(document).replaceAll('!', '\\u0021')}JSON`

/**
 * A subshell, so that a failure ends the commands and not the terminal that they were pasted into. No comments, since
 * zsh takes them for commands when they are typed. The region makes the client choose the right partition; an empty
 * pager keeps version 2 from waiting for a key.
 */
function script(plan: RolePlan, filename: string, commands: readonly string[]): Artifact {
  const { accountId, region } = plan
  const text = `(
set -eu
export AWS_REGION=${shellQuoted(region)} AWS_DEFAULT_REGION=${shellQuoted(region)} AWS_PAGER=''

signed_in="$(aws sts get-caller-identity --query Account --output text)"
if [ "$signed_in" != ${shellQuoted(accountId)} ]; then
  printf 'Stopped, nothing was changed: you are signed in to AWS account %s, not to %s.\\n' "$signed_in" ${shellQuoted(accountId)} >&2
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

/** Commands that delete the stack, and the role with it. */
export function deleteStack(plan: RolePlan): Artifact {
  const stack = option('stack-name', plan.stackName)
  return script(plan, 'delete-stack.sh', [
    command('aws cloudformation delete-stack', stack),
    command('aws cloudformation wait stack-delete-complete', stack),
  ])
}

export const awsCli: ArtifactDialect = {
  id: 'aws-cli',
  title: 'AWS CLI',
  purpose: 'create the role from a terminal or from AWS CloudShell; the commands stop by themselves in any other account',
  needs: ['AWS CLI, version 1 or 2, signed in to the account (AWS CloudShell has it)', 'bash or zsh'],
  undo: (plan) => ({ words: said`Delete the role ${plan.roleName}. The access ends at once.`, commands: awsCliUndo(plan) }),
  render: awsCliCreate,
}

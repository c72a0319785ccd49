import { hasPermissions, type RolePlan } from '#core/connection/role-plan.ts'
import { messages } from '#core/text/messages.ts'
import type { Artifact, ArtifactDialect } from './artifact.ts'
import { asciiJson } from './source-text.ts'

const roleFile = 'rolebridge-role.json'
const trustFile = 'rolebridge-trust.json'
const permissionsFile = 'rolebridge-permissions.json'

/**
 * Nothing is special between single quotes but the quote itself.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** One word, if the CLI would read the value as an option. */
function option(name: string, value: string): string {
  return value.startsWith('-') ? quoted(`--${name}=${value}`) : `--${name} ${quoted(value)}`
}

/**
 * Everything that is not a plain name reaches the client in a file, because Windows PowerShell drops double quotes from
 * the arguments of other programs. In ASCII, because it would begin a UTF-8 file with a mark that is not JSON.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_parsing#passing-arguments-that-contain-quote-characters
 */
function written(filename: string, value: unknown): string {
  return `Set-Content -Path ${filename} -Encoding ascii -Value @'\n${asciiJson(value)}\n'@`
}

/** A client that fails is no error to PowerShell, so its exit code is checked after each call. */
const check = '  Assert-Success'

function command(plan: RolePlan, ...parts: readonly string[]): string {
  return [...parts, `--region ${quoted(plan.region)}`].join(' `\n    ')
}

/** A script block: `throw` ends the commands and not the terminal that they were pasted into. */
function script(plan: RolePlan, filename: string, steps: readonly string[]): Artifact {
  const { accountId } = plan
  const text = `& {
  $ErrorActionPreference = 'Stop'
  function Assert-Success { if ($LASTEXITCODE -ne 0) { throw 'Stopped. The AWS CLI failed. See the error above.' } }

  $signedIn = ${command(plan, 'aws sts get-caller-identity', '--query Account', '--output text')}
${check}
  if ($signedIn -ne ${quoted(accountId)}) {
    throw "Stopped. You are signed in to AWS account $signedIn, not ${accountId}. Nothing was changed."
  }

${steps.map((step) => `  ${step}`).join('\n\n')}
}
`
  return { filename, language: 'powershell', text }
}

function roleRequest(plan: RolePlan) {
  return {
    RoleName: plan.roleName,
    Path: plan.path,
    MaxSessionDuration: plan.maxSessionDuration,
    ...(plan.permissionsBoundary === null ? {} : { PermissionsBoundary: plan.permissionsBoundary }),
    Tags: Object.entries(plan.tags).map(([Key, Value]) => ({ Key, Value })),
  }
}

const roleName = (plan: RolePlan): string => option('role-name', plan.roleName)
const policyName = (plan: RolePlan): string => option('policy-name', plan.policyName)

function putRolePolicy(plan: RolePlan): string[] {
  if (!hasPermissions(plan)) return []
  const put = command(plan, 'aws iam put-role-policy', roleName(plan), policyName(plan), `--policy-document file://${permissionsFile}`)
  return [written(permissionsFile, plan.permissionsPolicy), `${put}\n${check}`]
}

const attachRolePolicies = (plan: RolePlan): readonly string[] =>
  plan.managedPolicyArns.map((arn) => `${command(plan, 'aws iam attach-role-policy', roleName(plan), option('policy-arn', arn))}\n${check}`)

function create(plan: RolePlan): Artifact {
  const createRole = command(
    plan,
    '$null = aws iam create-role',
    `--cli-input-json file://${roleFile}`,
    `--assume-role-policy-document file://${trustFile}`,
  )
  const readBack = command(plan, '$roleArn = aws iam get-role', roleName(plan), '--query Role.Arn', '--output text')
  return script(plan, 'create-role.ps1', [
    written(roleFile, roleRequest(plan)),
    written(trustFile, plan.trustPolicy),
    `${createRole}\n${check}`,
    ...putRolePolicy(plan),
    ...attachRolePolicies(plan),
    `${readBack}\n${check}\n  $roleArn`,
  ])
}

/** Commands that replace the trust policy of a role that exists. */
export function awsCliPowerShellFix(plan: RolePlan): Artifact {
  const update = command(plan, 'aws iam update-assume-role-policy', roleName(plan), `--policy-document file://${trustFile}`)
  return script(plan, 'fix-trust-policy.ps1', [written(trustFile, plan.trustPolicy), `${update}\n${check}`])
}

/** The next step is tried after a failed one as well. */
const step = (plan: RolePlan, name: string, ...options: readonly string[]): string =>
  `${command(plan, name, ...options)}\n  if ($LASTEXITCODE -ne 0) { $failed += ${quoted(name)} }`

/** PowerShell 7.4 can be set to stop at a client that fails. https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_preference_variables */
const keepGoing = '$PSNativeCommandUseErrorActionPreference = $false\n  $failed = @()'

/** NoSuchEntity can't be told from other errors without catching them, which Windows PowerShell does in a way of its own. */
const reportFailed =
  'if ($failed) { throw "These steps failed (see above): $($failed -join \', \'). The others are done. NoSuchEntity means it was already deleted." }'

function undo(plan: RolePlan): Artifact {
  const files = [roleFile, trustFile, ...(hasPermissions(plan) ? [permissionsFile] : [])]
  return script(plan, 'delete-role.ps1', [
    keepGoing,
    ...(hasPermissions(plan) ? [step(plan, 'aws iam delete-role-policy', roleName(plan), policyName(plan))] : []),
    ...plan.managedPolicyArns.map((arn) => step(plan, 'aws iam detach-role-policy', roleName(plan), option('policy-arn', arn))),
    step(plan, 'aws iam delete-role', roleName(plan)),
    `Remove-Item -Path ${files.join(', ')} -ErrorAction SilentlyContinue`,
    reportFailed,
  ])
}

export const awsCliPowerShellMessages = messages('aws-cli-powershell', {
  title: 'AWS CLI (PowerShell)',
  purpose: 'Run in a Windows terminal. It stops if you’re in the wrong account.',
  needs: ['AWS CLI 1 or 2, signed in to the account', 'Windows PowerShell 5.1 or PowerShell 7'],
  undo: (roleName: string) => `Delete the role ${roleName}. Access ends within seconds.`,
})

export const awsCliPowerShell: ArtifactDialect = {
  id: awsCliPowerShellMessages.id,
  texts: awsCliPowerShellMessages.in,
  undo: (plan, language = 'en') => ({ words: awsCliPowerShellMessages.in(language).undo(plan.roleName), commands: undo(plan) }),
  render: create,
}

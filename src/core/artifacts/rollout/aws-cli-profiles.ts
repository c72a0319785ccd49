import type { Artifact, ArtifactDialect } from '#core/artifacts/artifact.ts'
import { createRoleCommands, deleteRole, option, type Written } from '#core/artifacts/aws-cli.ts'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { nameSuffixOf } from '#core/connection/suffixed-role-name.ts'
import { shownRoleName } from '#core/connection/vendor-fields.ts'
import { jsonText } from '#core/policy/json/json-node.ts'
import { messages } from '#core/text/messages.ts'
import { shellQuoted } from '#core/text/strings.ts'
import { type Marks, type RoleForm, type Rollout, roleForms } from './rollout.ts'

/**
 * Between single quotes, where nothing is special to the shell; an exclamation mark as a JSON escape, since an interactive
 * shell looks for it in every line that it did not begin.
 */
const written: Written = (filename, document) => `printf '%s' ${shellQuoted(jsonText(document)).replaceAll('!', '\\u0021')} > ${filename}`

const indented = (text: string): string => text.replace(/^(aws |attempt aws |printf )/gm, '  $1')

/** With an equals sign, since names that begin with a hyphen could be taken for options. */
const joinedToOption = (text: string, { roleName }: Marks): string =>
  text.replaceAll(`-name ${shellQuoted(roleName)}`, `-name=${shellQuoted(roleName)}`)

/** The quotes are closed before a variable and opened again after it. */
function withVariables(text: string, marks: Marks): string {
  return joinedToOption(text, marks)
    .replaceAll(marks.accountId, `'"$account"'`)
    .replaceAll(marks.region, `'"$region"'`)
    .replaceAll(marks.externalId, `'"$external_id"'`)
    .replaceAll(marks.roleName, `'"$role_name"'`)
}

const functionName = (form: RoleForm): string => `work_${form.id}`

/** A function whose body is a subshell: what fails in it ends the work in this account and in no other. */
function work(form: RoleForm, marks: Marks, commands: readonly string[]): string {
  return withVariables(
    `${functionName(form)}() (
  set -eu
  export AWS_PROFILE="$profile" AWS_REGION="$region" AWS_DEFAULT_REGION="$region"
${commands.map((command) => indented(command)).join('\n')}
)`,
    marks,
  )
}

function variables(plan: RolePlan, form: RoleForm): string {
  const name = nameSuffixOf(plan) === null ? [] : [`role_name=${shellQuoted(plan.roleName)}`]
  const own = [`region=${shellQuoted(plan.region)}`, `external_id=${shellQuoted(plan.externalId)}`, ...name]
  return [...own, `work=${functionName(form)}`].join(' ')
}

/** The values and the function of each account. */
function choice(forms: readonly RoleForm[]): string {
  const lines = forms.flatMap((form) => form.accounts.map(({ plan }) => `    ${plan.accountId}) ${variables(plan, form)} ;;`))
  return `choose() {
  case "$1" in
${lines.join('\n')}
    *) return 1 ;;
  esac
}`
}

/**
 * Looks up the account of every profile with the credentials that are used afterwards, so there is no list of profiles to keep
 * and no profile can be used for the wrong account. Nothing reads from the terminal, and an empty pager keeps version 2 from waiting for a key.
 * https://docs.aws.amazon.com/cli/latest/reference/configure/list-profiles.html
 */
const loop = (rollout: Rollout): string => `done_accounts=' '
failed_accounts=''
profiles="\${PROFILES:-$(aws configure list-profiles)}"
if [ -z "$profiles" ]; then
  printf 'Stopped. The AWS CLI has no profiles. Nothing was changed.\\n' >&2
  exit 1
fi
while IFS= read -r profile; do
  account="$(AWS_PROFILE="$profile" aws sts get-caller-identity --query Account --output text < /dev/null 2> /dev/null)" || account=''
  if [ -z "$account" ]; then
    printf 'Profile %s: not signed in, skipped\\n' "$profile"
    continue
  fi
  case "$done_accounts" in *" $account "*) continue ;; esac
  choose "$account" || continue
  done_accounts="$done_accounts$account "
  printf 'Account %s (profile %s)\\n' "$account" "$profile"
  "$work" < /dev/null
  if [ $? -ne 0 ]; then failed_accounts="$failed_accounts $account"; fi
done << END_OF_PROFILES
$profiles
END_OF_PROFILES

missing_accounts=''
for account in ${rollout.accounts.map(({ plan }) => plan.accountId).join(' ')}; do
  case "$done_accounts" in *" $account "*) ;; *) missing_accounts="$missing_accounts $account" ;; esac
done
[ -z "$failed_accounts" ] || printf 'Failed (see above):%s\\n' "$failed_accounts" >&2
[ -z "$missing_accounts" ] || printf 'No profile is signed in to:%s\\n' "$missing_accounts" >&2
[ -z "$failed_accounts$missing_accounts" ]`

function script(rollout: Rollout, filename: string, commandsOf: (plan: RolePlan) => readonly string[]): Artifact {
  const { marks, forms } = roleForms(rollout)
  const functions = forms.map((form) => work(form, marks, commandsOf(form.plan)))
  const text = `(
set -u
export AWS_PAGER=''

${choice(forms)}

${functions.join('\n\n')}

${loop(rollout)}
)
`
  return { filename, language: 'bash', text }
}

/** Can be run again: existing roles are not touched. */
const create = (rollout: Rollout): Artifact =>
  script(rollout, 'create-roles.sh', (plan) => [
    `  if aws iam get-role ${option('role-name', plan.roleName)} > /dev/null 2>&1; then
    printf '  role already exists, skipped\\n'
    exit 0
  fi`,
    ...createRoleCommands(plan, written),
  ])

/** Usually one. Connections from before the vendor's config changed the role name keep theirs. */
const roleNames = ({ accounts, vendor }: Rollout): string =>
  [...new Set(accounts.map(({ plan }) => (nameSuffixOf(plan) === null ? plan.roleName : shownRoleName(vendor))))].join(', ')

export const awsCliProfilesMessages = messages('aws-cli-profiles', {
  title: 'AWS CLI (all profiles)',
  purpose:
    'Run in a terminal with a profile for each account. It looks up the account of each profile and creates the role if the account is in your list. You can run it again to continue.',
  needs: ['AWS CLI 2, with a signed-in profile for each account (or PROFILES set to profile names, one per line)', 'bash or zsh'],
  undo: (roleNames: string) => `Delete the role ${roleNames} in each account. Access ends within seconds.`,
})

export const awsCliProfiles: ArtifactDialect<Rollout> = {
  id: awsCliProfilesMessages.id,
  texts: awsCliProfilesMessages.in,
  undo: (rollout, language = 'en') => ({
    words: awsCliProfilesMessages.in(language).undo(roleNames(rollout)),
    commands: script(rollout, 'delete-roles.sh', deleteRole),
  }),
  render: create,
}

import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from '@cdktf/hcl2json'
import fc from 'fast-check'
import { anyVendor, hostile, plansOf } from '#core/artifacts/any-plan.test-data.ts'
import { commandFacts } from '#core/artifacts/read-shell.test-data.ts'
import { at, list, section, stringOf } from '#core/artifacts/read-template.test-data.ts'
import { attachedArns, literal } from '#core/artifacts/read-terraform.test-data.ts'
import { numberOf, type RoleFacts, tagsOf } from '#core/artifacts/role-facts.test-data.ts'
import type { Rollout, RolloutAccount } from './rollout.ts'

/** One to five accounts of one partition, often with one choice of permissions, under names of every kind. Some can be from before the config had a suffix. */
export const anyRollout: fc.Arbitrary<Rollout> = anyVendor
  .chain((vendor) =>
    fc.record({
      plans: fc.uniqueArray(plansOf(vendor, fc.boolean()), { minLength: 1, maxLength: 5, selector: ({ accountId }) => accountId }),
      names: fc.array(fc.option(hostile), { minLength: 5, maxLength: 5 }),
    }),
  )
  .map(({ plans, names }) => {
    const [first, ...others] = plans.map((plan, index): RolloutAccount => ({ plan, name: names[index] ?? null }))
    if (first === undefined) throw new Error('No plan')
    const { partition, vendor } = first.plan
    const accounts: Rollout['accounts'] = [first, ...others.filter(({ plan }) => plan.partition === partition)]
    return { vendor, partition, accounts, managementAccountId: null }
  })

type Scope = { readonly accountId: string; readonly connection: Readonly<Record<string, unknown>> }

const signedIn = 'data.aws_caller_identity.signed_in.account_id'

/** The templates of a text, as Terraform would fill them in while it works in one account; what else looks like one is refused by `literal`. */
function filled(value: unknown, scope: Scope): unknown {
  if (Array.isArray(value)) return value.map((part) => filled(part, scope))
  if (typeof value === 'string') {
    return value.replace(
      /(?<!\$)\$\{(data\.aws_caller_identity\.signed_in\.account_id|local\.account_access_connection\.(\w+))\}/g,
      (_, path, name) => (path === signedIn ? scope.accountId : stringOf(scope.connection[String(name)])),
    )
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filled(part, scope)]))
}

async function encoded(expression: unknown, scope: Scope): Promise<unknown> {
  const source = /^\$\{jsonencode\((.*)\)\}$/s.exec(stringOf(expression))?.[1]
  if (source === undefined) throw new Error(`Not jsonencode: ${String(expression)}`)
  return literal(filled(section(await parse('value.tf', `value = ${source}`))['value'], scope))
}

/** The one resource of a type that exists where the module works in the account. */
function resourceIn(resources: unknown, type: string, scope: Scope): Readonly<Record<string, unknown>> | null {
  const all = Object.values(section(at(resources, type) ?? {})).map((resource) => section(list(resource)[0]))
  const existing = all.filter((resource) => {
    if (resource['count'] === undefined) return true
    const wanted = /^\$\{local\.account_access_connection\.role == "(\w+)" \? 1 : 0\}$/.exec(stringOf(resource['count']))?.[1]
    return wanted === scope.connection['role']
  })
  if (existing.length > 1) throw new Error(`${existing.length} of ${type}`)
  return existing[0] ?? null
}

/** The attachment that has members where the module works in the account. */
function attachmentIn(resources: unknown, { connection }: Scope): Readonly<Record<string, unknown>> | null {
  const all = Object.values(section(at(resources, 'aws_iam_role_policy_attachment') ?? {})).map((resource) => section(list(resource)[0]))
  const found = all.flatMap((resource) => {
    const source = stringOf(resource['for_each'])
    const [, wanted, arns] =
      /^\$\{local\.account_access_connection\.role == "(\w+)" \? (toset\(.*\)) : toset\(\[\]\)\}$/s.exec(source) ?? []
    if (wanted === undefined) return [resource]
    return wanted === connection['role'] ? [{ ...resource, for_each: `\${${arns}}` }] : []
  })
  if (found.length > 1) throw new Error(`${found.length} attachments`)
  return found[0] ?? null
}

/** What the module creates where its provider is of one account. */
export async function readModule(text: string, accountId: string): Promise<RoleFacts> {
  const file = section(await parse('main.tf', text))
  const [locals] = list(file['locals'])
  const connections = section(at(locals, 'account_access_connections'))
  const scope: Scope = { accountId, connection: section(connections[accountId]) }
  const role = resourceIn(file['resource'], 'aws_iam_role', scope)
  if (role === null) throw new Error(`No role in ${accountId}`)
  const policy = resourceIn(file['resource'], 'aws_iam_role_policy', scope)
  const value = (found: unknown) => literal(filled(found, scope))
  return {
    accountId,
    roleName: stringOf(value(role['name'])),
    path: stringOf(value(role['path'])),
    maxSessionDuration: numberOf(role['max_session_duration']),
    permissionsBoundary: role['permissions_boundary'] === undefined ? null : stringOf(value(role['permissions_boundary'])),
    tags: tagsOf(Object.entries(section(value(role['tags'] ?? {})))),
    trustPolicy: await encoded(role['assume_role_policy'], scope),
    policyName: policy === null ? null : stringOf(value(policy['name'])),
    permissionsPolicy: policy === null ? null : await encoded(policy['policy'], scope),
    managedPolicyArns: await attachedArns(attachmentIn(file['resource'], scope)),
  }
}

/** Writes down as whom it was called, with what, and what the files held at that moment. A role is there when its profile begins with `has-`. */
const recorder = `#!/bin/sh
if [ "$1 $2" = 'configure list-profiles' ]; then cat "$PROFILE_LIST"; exit 0; fi
account="\${AWS_PROFILE##*-}"
case "$AWS_PROFILE" in expired*) exit 255 ;; esac
printf '%s\\0' "$account" "$@" >> "$CALLS"
for argument in "$@"; do
  case "$argument" in *file://*) printf '%s\\0' '<file>'; cat "\${argument##*file://}"; printf '\\0' ;; esac
done >> "$CALLS"
printf '%s\\0' '<end of call>' >> "$CALLS"
if [ "$2" = get-caller-identity ]; then printf '%s\\n' "$account"; fi
case "$AWS_PROFILE" in denied*) [ "$2" = get-caller-identity ] || exit 254 ;; esac
case "$2 $*" in get-role*--query*) ;; get-role*) case "$AWS_PROFILE" in has-*) ;; *) exit 254 ;; esac ;; esac
`

type Call = { readonly account: string; readonly words: readonly string[]; readonly file: string | null }

function readCall(text: string): Call {
  const [account = '', ...parts] = text.split('\0').slice(0, -1)
  const mark = parts.indexOf('<file>')
  return mark < 0 ? { account, words: parts, file: null } : { account, words: parts.slice(0, mark), file: parts[mark + 1] ?? '' }
}

export type ProfilesRun = {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly calls: readonly Call[]
}

/** Types commands into a real shell that has these profiles; the account of each is at the end of its name. */
export function runWithProfiles(text: string, profiles: readonly string[]): ProfilesRun {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-profiles-'))
  const [log, list] = [join(folder, 'calls'), join(folder, 'profiles')]
  writeFileSync(join(folder, 'aws'), recorder)
  chmodSync(join(folder, 'aws'), 0o755)
  writeFileSync(log, '')
  writeFileSync(list, profiles.map((profile) => `${profile}\n`).join(''))
  const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, CALLS: log, PROFILE_LIST: list }
  const { status, stdout, stderr } = spawnSync('bash', ['-s'], { input: text, cwd: folder, env, encoding: 'utf8' })
  const calls = readFileSync(log, 'utf8')
    .split('<end of call>\0')
    .filter((call) => call !== '')
    .map(readCall)
  rmSync(folder, { recursive: true })
  return { status, stdout, stderr, calls }
}

/** The changes in one account, without the check whether the role exists. */
export function accountFacts({ calls }: ProfilesRun, accountId: string): RoleFacts {
  const own = calls.filter(({ account, words }) => account === accountId && (words[1] !== 'get-role' || words.includes('--query')))
  const files = new Map(
    own.flatMap(({ words, file }) => {
      const name = words.map((word) => /file:\/\/(.+)$/.exec(word)?.[1]).find((found) => found !== undefined)
      return name === undefined || file === null ? [] : [[name, file] as const]
    }),
  )
  return commandFacts({ calls: own.map(({ words }) => words), files }, accountId)
}

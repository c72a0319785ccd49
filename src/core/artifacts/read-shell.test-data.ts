import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { at, list, section, stringOf } from './read-template.test-data.ts'
import { numberOf, type RoleFacts, sorted, tagsOf } from './role-facts.test-data.ts'

const end = '<end of call>'

// Writes down what it was called with.
const recorder = `#!/bin/sh
printf '%s\\0' "$@" '${end}' >> "$CALLS"
[ "$2" != get-caller-identity ] || printf '%s\\n' "$SIGNED_IN"
`

export type ShellRun = { readonly calls: readonly (readonly string[])[]; readonly files: ReadonlyMap<string, string> }

/** Types commands into a real shell, with a client that writes down its arguments, in a folder of its own. */
export function runShell(text: string, signedIn: string): ShellRun {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-shell-'))
  const log = join(folder, 'calls')
  writeFileSync(join(folder, 'aws'), recorder)
  chmodSync(join(folder, 'aws'), 0o755)
  writeFileSync(log, '')
  const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, CALLS: log, SIGNED_IN: signedIn }
  const { status, stderr } = spawnSync('bash', ['-s'], { input: text, cwd: folder, env, encoding: 'utf8' })
  const calls = readFileSync(log, 'utf8')
    .split(`${end}\0`)
    .filter((call) => call !== '')
    .map((call) => call.split('\0').slice(0, -1))
  const names = calls.flat().flatMap((argument) => /(?:^|=)file:\/\/(.+)$/.exec(argument)?.[1] ?? [])
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  rmSync(folder, { recursive: true })
  if (status !== 0 || stderr !== '') throw new Error(`The shell says ${String(status)}: ${stderr}`)
  return { calls, files }
}

type Run = { readonly calls: readonly (readonly string[])[]; readonly files: ReadonlyMap<string, string> }

/** The value of an option, whether it stands after a blank or an equals sign. */
function option(call: readonly string[], name: string): string | undefined {
  const index = call.indexOf(`--${name}`)
  return index >= 0 ? call[index + 1] : call.find((part) => part.startsWith(`--${name}=`))?.slice(name.length + 3)
}

function fileOf(run: Run, argument: string | undefined): unknown {
  const text = run.files.get((argument ?? '').replace('file://', ''))
  if (text === undefined) throw new Error(`${argument} was not written`)
  return JSON.parse(text)
}

const names: Readonly<Record<string, string>> = {
  'role-name': 'RoleName',
  path: 'Path',
  'max-session-duration': 'MaxSessionDuration',
  'permissions-boundary': 'PermissionsBoundary',
}

/** What `aws iam create-role` asks of IAM, from its options and from the file that it is given. */
function roleRequest(run: Run, call: readonly string[]): Readonly<Record<string, unknown>> {
  const input = option(call, 'cli-input-json')
  const given = Object.entries(names).flatMap(([name, member]) => {
    const value = option(call, name)
    return value === undefined ? [] : [[member, name === 'max-session-duration' ? Number(value) : value]]
  })
  const tags = option(call, 'tags')
  return {
    ...(input === undefined ? {} : section(fileOf(run, input))),
    ...Object.fromEntries(given),
    ...(tags === undefined ? {} : { Tags: JSON.parse(tags) }),
  }
}

/** What the commands of the AWS CLI do, in whatever shell they were run. */
export function commandFacts(run: Run, accountId: string): RoleFacts {
  const calls = new Map(run.calls.map((call) => [call.slice(0, 2).join(' '), call]))
  const order = run.calls.map((call) => call[1])
  const put = calls.get('iam put-role-policy')
  const attached = run.calls.filter(([, action]) => action === 'attach-role-policy')
  const puts = put === undefined ? [] : ['put-role-policy']
  const expected = ['get-caller-identity', 'create-role', ...puts, ...attached.map(() => 'attach-role-policy'), 'get-role']
  if (order.join(' ') !== expected.join(' ')) throw new Error(`Other calls: ${order.join(' ')}`)
  const create = calls.get('iam create-role') ?? []
  const role = roleRequest(run, create)
  const others = [put, ...attached, calls.get('iam get-role')].flatMap((call) => (call === undefined ? [] : [option(call, 'role-name')]))
  if (others.some((name) => name !== role['RoleName'])) throw new Error('Not the same role everywhere')
  return {
    accountId,
    roleName: stringOf(role['RoleName']),
    path: stringOf(role['Path']),
    maxSessionDuration: numberOf(role['MaxSessionDuration']),
    permissionsBoundary: role['PermissionsBoundary'] === undefined ? null : stringOf(role['PermissionsBoundary']),
    tags: tagsOf(list(role['Tags'] ?? []).map((tag) => [at(tag, 'Key'), at(tag, 'Value')])),
    trustPolicy: fileOf(run, option(create, 'assume-role-policy-document')),
    policyName: put === undefined ? null : stringOf(option(put, 'policy-name')),
    permissionsPolicy: put === undefined ? null : fileOf(run, option(put, 'policy-document')),
    managedPolicyArns: sorted(attached.map((call) => option(call, 'policy-arn'))),
  }
}

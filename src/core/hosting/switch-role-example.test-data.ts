import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll } from 'vitest'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import { isOnPath } from '#tools/outside-tools.ts'
import { goPath, isSdkInstalled } from '#tools/sdks.ts'
import { type SwitchRoleSample, switchRoleSamples } from './switch-role.ts'
import type { SwitchRole } from './switch-role-facts.ts'

/** The switch to the role of a plan, on EC2. */
export const exampleSwitch = ({ region, roleArn, externalId, vendorAccountId }: RolePlan): SwitchRole => ({
  platform: 'ec2',
  region,
  roleArn,
  externalId,
  sessionName: 'pixelworks',
  bucket: 'acme-uploads',
  applicationRoleArn: `arn:aws:iam::${vendorAccountId}:role/PixelworksApplication`,
  trustAnchorArn: `arn:aws:rolesanywhere:${region}:${vendorAccountId}:trust-anchor/00000000-0000-0000-0000-000000000000`,
})

/** A folder with the SDK of JavaScript, which goes after the tests of the file. */
export function programFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-switch-role-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
  mkdirSync(join(folder, '.aws'))
  return folder
}

type Written = { readonly folder: string; readonly id: SwitchRoleSample['id'] } & Partial<Pick<SwitchRole, 'externalId' | 'platform'>>

export function writeSample({ folder, id, ...facts }: Written): string {
  const sample = switchRoleSamples.find((each) => each.id === id)
  if (sample === undefined) throw new Error(`There is no sample ${id}`)
  const path = join(folder, id === 'aws-cli' ? '.aws/config' : sample.filename)
  writeFileSync(path, sample.render({ ...exampleSwitch(planOf()), ...facts }))
  return path
}

/** Everything a program finds in its environment. */
export const environment = (folder: string) => ({
  PATH: process.env['PATH'],
  HOME: folder,
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
})

type Environment = Readonly<Record<string, string | undefined>>

export const run = (command: string, words: readonly string[], { cwd, env }: { readonly cwd: string; readonly env: Environment }) =>
  promisify(execFile)(command, [...words], { cwd, env }).then(
    ({ stdout }) => ({ isDone: true, stdout, stderr: '' }),
    (error: { readonly stdout?: string; readonly stderr?: string }) => ({
      isDone: false,
      stdout: error.stdout ?? '',
      stderr: error.stderr ?? '',
    }),
  )

type RunProgram = {
  readonly id: SwitchRoleSample['id']
  readonly command: string
  readonly isInstalled: boolean
  /** Debian's SDKs of Go and Ruby are older than AWS_ENDPOINT_URL. */
  readonly knowsEndpoints: boolean
}

/** The samples that run here. */
export const programs: readonly RunProgram[] = [
  { id: 'javascript' as const, command: `${process.execPath} switch-role.mjs`, isInstalled: true, knowsEndpoints: true },
  { id: 'python' as const, command: 'python3 switch_role.py', isInstalled: isSdkInstalled('python'), knowsEndpoints: true },
  {
    id: 'aws-cli' as const,
    command: 'aws s3 ls s3://acme-uploads --profile customer',
    isInstalled: isOnPath('aws'),
    knowsEndpoints: true,
  },
  { id: 'ruby' as const, command: 'ruby switch_role.rb', isInstalled: isSdkInstalled('ruby'), knowsEndpoints: false },
  { id: 'go' as const, command: './switch-role', isInstalled: isSdkInstalled('go'), knowsEndpoints: false },
].filter(({ isInstalled }) => isInstalled)

/** Compiles a Go program to one of the given name. The usual cache makes all but the first build fast. */
export const buildGo = (folder: string, source: string, name: string) =>
  run('go', ['build', '-o', name, source], {
    cwd: folder,
    env: { ...environment(folder), GO111MODULE: 'off', GOPATH: goPath, GOCACHE: join(homedir(), '.cache/go-build') },
  })

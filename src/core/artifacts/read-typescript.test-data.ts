import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInThisContext } from 'node:vm'
import * as awsCdkLib from 'aws-cdk-lib'
import * as awsIam from 'aws-cdk-lib/aws-iam'
import { transformWithOxc } from 'vite'
import * as z from 'zod/mini'
import { roleFactsOf, section, stringOf } from './read-template.test-data.ts'
import { numberOf, type RoleFacts, sorted, tagsOf } from './role-facts.test-data.ts'

const Program = z.custom<(modules: Readonly<Record<string, unknown>>) => unknown>((value) => typeof value === 'function')

/** Runs a module with the modules that it imports, and gives what it exports under a name. */
async function run(text: string, modules: Readonly<Record<string, unknown>>, exported: string): Promise<unknown> {
  const { code } = await transformWithOxc(text, 'artifact.ts')
  const body = code.replace(/^import \* as (\w+) from "(.+)";$/gm, 'const $1 = modules["$2"];').replace(/^export /gm, '')
  return Program.parse(runInThisContext(`(modules) => {'use strict';\n${body}\nreturn ${exported}\n}`))(modules)
}

// Made-up tags and resources are no template that AWS would take: the CDK would warn of each.
process.env['CDK_VALIDATION'] = 'false'

const StackClass = z.custom<new (app: awsCdkLib.App) => awsCdkLib.Stack>((value) => typeof value === 'function')

/** The template that the CDK itself makes of the file. */
export async function readCdk(text: string): Promise<RoleFacts> {
  const modules = { 'aws-cdk-lib': awsCdkLib, 'aws-cdk-lib/aws-iam': awsIam }
  const AccountAccessRoleStack = StackClass.parse(await run(text, modules, 'AccountAccessRoleStack'))
  const outdir = join(tmpdir(), `rolebridge-cdk-${process.pid}`)
  const app = new awsCdkLib.App({ outdir, analyticsReporting: false })
  const stack = new AccountAccessRoleStack(app)
  const { environment, template } = app.synth({ skipValidation: true }).getStackArtifact(stack.artifactId)
  rmSync(outdir, { recursive: true })
  const facts = roleFactsOf({ template: section(template), parameters: {}, pseudo: {} })
  if (facts.accountId !== environment.account) throw new Error('The two checks of the account differ')
  return facts
}

type Registered = { readonly type: string; readonly inputs: Readonly<Record<string, unknown>> }

/** Stands in for `@pulumi/aws`: writes down what is registered, in the account that is signed in. */
function pulumiAws(signedIn: string, registered: Registered[]) {
  const resource = (type: string) =>
    function (this: Record<string, unknown>, _: string, inputs: Readonly<Record<string, unknown>>) {
      registered.push({ type, inputs })
      Object.assign(this, inputs, { arn: `arn of ${String(inputs['name'])}` })
    }
  const accountId = { apply: (use: (accountId: string) => unknown) => use(signedIn) }
  const iam = { Role: resource('Role'), RolePolicy: resource('RolePolicy'), RolePolicyAttachment: resource('RolePolicyAttachment') }
  return { getCallerIdentityOutput: () => ({ accountId }), iam }
}

export async function runPulumi(text: string, signedIn: string): Promise<readonly Registered[]> {
  const registered: Registered[] = []
  await run(text, { '@pulumi/aws': pulumiAws(signedIn, registered) }, 'roleArn')
  return registered
}

export async function readPulumi(text: string): Promise<RoleFacts> {
  const accountId = /signedIn !== "(\d{12})"/.exec(text)?.[1] ?? ''
  const [role, ...rest] = await runPulumi(text, accountId)
  const attached = rest.filter(({ type }) => type === 'RolePolicyAttachment')
  const [policy, ...others] = rest.filter(({ type }) => type !== 'RolePolicyAttachment')
  if (role?.type !== 'Role' || (policy !== undefined && policy.type !== 'RolePolicy') || others.length > 0)
    throw new Error('Other resources')
  const { inputs } = role
  if (rest.some((one) => one.inputs['role'] !== inputs['name'])) throw new Error('The policy is of another role')
  return {
    accountId,
    roleName: stringOf(inputs['name']),
    path: stringOf(inputs['path']),
    maxSessionDuration: numberOf(inputs['maxSessionDuration']),
    permissionsBoundary: inputs['permissionsBoundary'] === undefined ? null : stringOf(inputs['permissionsBoundary']),
    tags: tagsOf(Object.entries(section(inputs['tags'] ?? {}))),
    trustPolicy: JSON.parse(stringOf(inputs['assumeRolePolicy'])),
    policyName: policy === undefined ? null : stringOf(policy.inputs['name']),
    permissionsPolicy: policy === undefined ? null : JSON.parse(stringOf(policy.inputs['policy'])),
    managedPolicyArns: sorted(attached.map((one) => one.inputs['policyArn'])),
  }
}

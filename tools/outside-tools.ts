import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { missingEngines } from './engines.ts'
import { onPath, sayLoudly } from './installation.ts'
import { untestedSwitchRole } from './sdks.ts'

/** Programs that the `*.cli.test.ts` files run. A test whose program is missing is skipped, as those of the engines are. */
const outsideTools = [
  { command: 'terraform', untested: 'formatting, validating, planning and applying the generated Terraform' },
  { command: 'aws', untested: 'the generated AWS CLI commands, and the simulator, with the real AWS CLI' },
  {
    command: 'moto_server',
    untested: 'creating the role of the CloudFormation templates, and the documented stack of the server, in moto',
  },
  { command: 'openssl', untested: 'the code that switches roles where AWS has its own addresses' },
  { command: 'cfn-lint', untested: 'cfn-lint on the CloudFormation templates' },
  { command: 'kubectl', untested: 'the fields of the Kubernetes manifests, and the documented commands for them' },
  { command: 'docker-compose', untested: 'the file for Docker Compose with Compose' },
] as const

export const isOnPath = (command: (typeof outsideTools)[number]['command']): boolean => onPath(command) !== null

/** A folder of Terraform providers, so that the tests download nothing. */
export function terraformProviders(): string | null {
  const folders = existsSync('/opt') ? readdirSync('/opt').map((name) => join('/opt', name)) : []
  return folders.find((folder) => existsSync(join(folder, 'registry.terraform.io/hashicorp/aws'))) ?? null
}

/** The kernel, or a container's policy, may deny them. */
export const hasNetworkNamespaces = (): boolean =>
  spawnSync('unshare', ['--net', '--mount', 'sh', '-c', 'ip link set lo up && ip addr add 169.254.169.254/32 dev lo']).status === 0

/** Everything that the tests can't try on this machine. */
export function untestedHere(): readonly string[] {
  const missing = outsideTools.filter(({ command }) => !isOnPath(command))
  const lines = missing.map(({ command, untested }) => `${command.padEnd(14)} is not on the PATH. Not tested: ${untested}`)
  if (isOnPath('terraform') && terraformProviders() === null)
    lines.push('No provider mirror in /opt/*/registry.terraform.io/hashicorp/aws. Not tested: terraform validate, plan and apply')
  const hasNamespaces = hasNetworkNamespaces()
  if (!hasNamespaces)
    lines.push(
      'No network namespaces here. Tested with endpoint variables instead: the code that switches roles in JavaScript, Python, and the AWS CLI',
    )
  return [...lines, ...untestedSwitchRole({ hasNamespaces })]
}

/** A skipped test is easy to miss among thousands, so a run of such tests ends with what it did not test. */
export function setup({ vitest }: TestProject) {
  return () => {
    if (!vitest.state.getPaths().some((path) => /\.(cli|engine)\.test\.ts$/.test(path))) return
    const untested = [...untestedHere(), ...missingEngines()]
    if (untested.length > 0) sayLoudly(['NOT TESTED HERE', ...untested].join('\n'))
  }
}

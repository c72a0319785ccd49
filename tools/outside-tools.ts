import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { missingEngines } from './engines.ts'

/** Programs that the `*.cli.test.ts` files run. A test whose program is missing is skipped, as those of the engines are. */
const outsideTools = [
  { command: 'terraform', untested: 'formatting, validating, planning and applying the generated Terraform' },
  { command: 'aws', untested: 'the generated AWS CLI commands, and the simulator, with the real AWS CLI' },
  { command: 'moto_server', untested: 'creating the role of the CloudFormation templates in moto' },
  { command: 'cfn-lint', untested: 'cfn-lint on the CloudFormation templates' },
] as const

export const isOnPath = (command: (typeof outsideTools)[number]['command']): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)))

/** A folder of Terraform providers, so that the tests download nothing. */
export function terraformProviders(): string | null {
  const folders = existsSync('/opt') ? readdirSync('/opt').map((name) => join('/opt', name)) : []
  return folders.find((folder) => existsSync(join(folder, 'registry.terraform.io/hashicorp/aws'))) ?? null
}

/** The kernel, or a container's policy, may deny them. */
export const hasNetworkNamespaces = (): boolean =>
  spawnSync('unshare', ['--net', '--mount', 'sh', '-c', 'ip link set lo up && ip addr add 169.254.169.254/32 dev lo']).status === 0

function untestedHere(): string[] {
  const missing = outsideTools.filter(({ command }) => !isOnPath(command))
  const lines = missing.map(({ command, untested }) => `${command.padEnd(11)} is not on the PATH. Not tested: ${untested}`)
  if (isOnPath('terraform') && terraformProviders() === null)
    lines.push('No provider mirror in /opt/*/registry.terraform.io/hashicorp/aws. Not tested: terraform validate, plan and apply')
  if (!hasNetworkNamespaces())
    lines.push('No network namespaces here. Tested with endpoint variables instead: the code that switches roles, unchanged')
  lines.push('No SDKs here. Never compiled or run: the Go, Java, .NET, Rust, PHP, and Ruby code that switches roles')
  return lines
}

const line = '='.repeat(80)

/** A skipped test is easy to miss among thousands, so the run ends with what it did not test. */
export function setup({ config }: TestProject) {
  const runsTools = !config.exclude.some((pattern) => pattern.includes('.cli'))
  return () => {
    const untested = [...untestedHere(), ...missingEngines()]
    if (runsTools && untested.length > 0) console.warn(['', line, 'SOME TESTS WERE SKIPPED', ...untested, line, ''].join('\n'))
  }
}

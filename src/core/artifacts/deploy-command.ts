import type { RolePlan } from '#core/connection/role-plan.ts'
import { shellQuoted } from '#core/text/strings.ts'
import type { Artifact } from './artifact.ts'
import { command } from './aws-cli.ts'
import { templateParameters } from './template-choice.ts'

/** Quotes would only make an ordinary value harder to read. */
const word = (text: string): string => (/^[\w.,:@%+=/-]+$/.test(text) ? text : shellQuoted(text))

export const templateFilename = ({ stackName }: RolePlan): string => `${stackName}.yaml`

/**
 * Creates the stack from the template next to it. A template of the plan's own has no parameters.
 * https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/
 */
export function deployCommand(plan: RolePlan): Artifact {
  const parameters = Object.entries(templateParameters(plan)).map(([name, value]) => word(`${name}=${value}`))
  const overrides = parameters.length === 0 ? [] : [['--parameter-overrides', ...parameters].join(' \\\n    ')]
  const text = command(
    'aws cloudformation deploy',
    `--region ${plan.region}`,
    `--stack-name ${plan.stackName}`,
    `--template-file ${templateFilename(plan)}`,
    '--capabilities CAPABILITY_NAMED_IAM',
    ...overrides,
  )
  return { filename: 'deploy.sh', language: 'bash', text: `${text}\n` }
}

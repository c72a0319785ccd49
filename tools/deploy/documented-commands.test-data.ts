import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import * as z from 'zod/mini'

const page = readFileSync('docs/deploy.md', 'utf8')

/** The commands of docs/deploy.md, each on one line. */
const commands: readonly string[] = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
  block
    .replaceAll(/ \\\n\s*/g, ' ')
    .trim()
    .split('\n'),
)

export function documentedCommand(start: string): string {
  const command = commands.find((each) => each.startsWith(start))
  if (command === undefined) throw new Error(`docs/deploy.md has no command that starts with ${start}`)
  return command
}

export const documentedLink = (): string => /^https:\/\/\S+\/stacks\/create\/review\S+$/m.exec(page)?.[0] ?? ''

const Secret = z.strictObject({ sessionSecret: z.string(), receiptKey: z.string() })

/** The secret that the documented command writes. */
export function documentedSecret(): z.infer<typeof Secret> {
  const [command = ''] = documentedCommand('node -e "const { generateKeyPairSync, randomBytes } = require').split(' > ')
  return Secret.parse(JSON.parse(execFileSync('sh', ['-c', command], { encoding: 'utf8' })))
}

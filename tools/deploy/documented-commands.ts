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

/** The text that the documented command writes to this file. */
function documentedFile(file: string): string {
  const end = ` > ${file}`
  const command = commands.find((each) => each.endsWith(end))
  if (command === undefined) throw new Error(`docs/deploy.md has no command that writes ${file}`)
  return execFileSync('sh', ['-c', command.slice(0, -end.length)], { encoding: 'utf8' })
}

export const documentedSecret = (): z.infer<typeof Secret> => Secret.parse(JSON.parse(documentedFile('keys.json')))

/** The variables of deploy/.env. Compose takes what is in single quotes as it is. */
export const documentedVariables = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    documentedFile('deploy/.env')
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1).replace(/^'(.*)'$/, '$1')]),
  )

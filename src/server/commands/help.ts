import type { Command } from './command.ts'

const fileWords: Readonly<Record<Command['file'], string>> = { none: '', optional: ' [FILE]', required: ' FILE' }

const synopsis = ({ name, file }: Command): string => `${name}${fileWords[file]}`

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}

function optionRows({ options }: Command): readonly (readonly [string, string])[] {
  return Object.entries(options).map(([name, { value, text, isRepeatable }]) => {
    const left = value === null ? `--${name}` : `--${name} ${value}`
    return [isRepeatable ? `${left}…` : left, text]
  })
}

export const commandList = (commands: readonly Command[]): readonly string[] => [
  'Usage: rolebridge [COMMAND] [OPTIONS]',
  '',
  'Commands:',
  ...table(commands.map((command) => [synopsis(command), command.summary])),
  '',
  'rolebridge COMMAND --help shows the options of a command. rolebridge --version shows the version.',
]

export async function commandHelp(command: Command): Promise<readonly string[]> {
  const rows = optionRows(command)
  return [
    `Usage: rolebridge ${synopsis(command)}${rows.length === 0 ? '' : ' [OPTIONS]'}`,
    '',
    `${command.summary}.`,
    '',
    'Options:',
    ...table([...rows, ['--help', 'Shows this text']]),
    ...(command.details === undefined ? [] : ['', (await command.details()).trimEnd()]),
  ]
}

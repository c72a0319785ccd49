import type { Command } from '#server/commands/command.ts'
import { commandList } from '#server/commands/help.ts'
import { commands } from '#server/commands.ts'

const fileWords: Readonly<Record<Command['file'], string>> = { none: '', optional: ' [FILE]', required: ' FILE' }

const cell = (text: string): string => text.replaceAll('|', '\\|')

function optionTable({ options }: Command): string {
  const rows = Object.entries(options).map(([name, { value, text, isRepeatable }]) => {
    const repeated = isRepeatable ? '. Can be repeated' : ''
    return `| \`--${name}${value === null ? '' : ` ${value}`}\` | ${cell(text)}${repeated} |`
  })
  return rows.length === 0 ? '' : `\n| Option | Meaning |\n| --- | --- |\n${rows.join('\n')}\n`
}

async function section(command: Command): Promise<string> {
  const details = command.details === undefined ? '' : `\n\`\`\`text\n${(await command.details()).trimEnd()}\n\`\`\`\n`
  return `### ${command.name}

${command.summary}.

\`\`\`text
npx rolebridge ${command.name}${fileWords[command.file]}
\`\`\`
${optionTable(command)}${details}`
}

/** The reference of the commands, from their table. */
export async function commandsDocument(): Promise<string> {
  const sections = await Promise.all(commands.map(section))
  return `# Commands

One program, \`rolebridge\`, runs the server and everything around it. \`npm run commands\` generates this page from the table of commands.

\`\`\`text
${commandList(commands).join('\n')}
\`\`\`

An unknown command or option is an error that names the one that you probably meant. Errors go to standard error, and the exit code is then 1. The server's settings are
[environment variables](configuration.md#environment-variables).

## Reference

${sections.join('\n')}`
}

#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { failed, type Output, said } from './commands/command.ts'
import { commandHelp, commandList } from './commands/help.ts'
import { type CommandReading, readWords } from './commands/read-words.ts'
import { commands } from './commands.ts'
import { faultLines } from './config/start-refusal.ts'

/** Two folders above this file in the repository and in the package, and one in the image and in the function. */
const manifests = ['..', '../..'].map((folder) => join(import.meta.dirname, folder, 'package.json'))

function version(): string {
  const text = readFileSync(manifests.find((path) => existsSync(path)) ?? '', 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}

async function refused({ fault, command }: Extract<CommandReading, { kind: 'refused' }>): Promise<Output> {
  const advice = command === null ? commandList(commands) : await commandHelp(command)
  return failed('cannot run this command', [fault, '', ...advice])
}

async function output(reading: CommandReading): Promise<Output> {
  switch (reading.kind) {
    case 'run':
      return reading.command.run(reading.given, process.env)
    case 'help':
      return said(...(reading.command === null ? commandList(commands) : await commandHelp(reading.command)))
    case 'version':
      return said(version())
    case 'refused':
      return refused(reading)
    default:
      return reading satisfies never
  }
}

function print({ text = '', errors = '', exitCode }: Output): void {
  process.stdout.write(text)
  process.stderr.write(errors)
  process.exitCode = exitCode
}

// Silences a warning of the SDK about Node versions. package.json has ours.
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true'
const reading = readWords(commands, process.argv.slice(2))
try {
  print(await output(reading))
} catch (error) {
  print(failed(reading.kind === 'run' ? reading.command.failure : 'cannot run this command', faultLines(error)))
  // A part that has started would keep the process alive.
  process.exit()
}

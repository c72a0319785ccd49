import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

type Run = { readonly child: ChildProcess; readonly output: () => string; readonly ended: Promise<number | null> }

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

/** `main.ts` in a process of its own, with an empty data folder. `under` is a program that runs it. */
export function run(environment: Readonly<Record<string, string>>, words: readonly string[] = [], under: readonly string[] = []): Run {
  const usual = { PORT: '0', ROLEBRIDGE_DATA: newFolder(), ROLEBRIDGE_VENDOR: 'public/vendor.json' }
  return runScript('src/server/main.ts', { ...usual, ...environment }, words, under)
}

/** A script in a process of its own, whose environment has nothing of this one but `PATH` and `HOME`. */
export function runScript(
  script: string,
  environment: Readonly<Record<string, string>>,
  words: readonly string[] = [],
  under: readonly string[] = [],
): Run {
  const { PATH = '', HOME = '' } = process.env
  const [program = process.execPath, ...rest] = [...under, process.execPath, '--import', 'tsx', script, ...words]
  // In a group of its own, so that it ends with the program that runs it.
  const child = spawn(program, rest, { env: { PATH, HOME, ...environment }, detached: true })
  let text = ''
  child.stdout.on('data', (data) => {
    text += data
  })
  child.stderr.on('data', (data) => {
    text += data
  })
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  onTestFinished(async () => {
    endGroup(child)
    await ended
  })
  return { child, output: () => text, ended }
}

function endGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended.
  }
}

/** The group of the pattern, once the process has printed it. */
export async function printed({ output, ended }: Run, pattern: RegExp): Promise<string> {
  let hasEnded = false
  void ended.then(() => {
    hasEnded = true
  })
  for (;;) {
    const found = pattern.exec(output())?.[1]
    if (found !== undefined) return found
    if (hasEnded) throw new Error(output())
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

export const serverAddress = (started: Run): Promise<string> => printed(started, /Rolebridge: (http:\/\/localhost:\d+)\n/)

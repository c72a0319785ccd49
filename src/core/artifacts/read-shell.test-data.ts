import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const end = '<end of call>'

// Writes down what it was called with.
const recorder = `#!/bin/sh
printf '%s\\0' "$@" '${end}' >> "$CALLS"
[ "$2" != get-caller-identity ] || printf '%s\\n' "$SIGNED_IN"
`

export type ShellRun = { readonly calls: readonly (readonly string[])[]; readonly files: ReadonlyMap<string, string> }

/** Types commands into a real shell, with a client that writes down its arguments, in a folder of its own. */
export function runShell(text: string, signedIn: string): ShellRun {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-shell-'))
  const log = join(folder, 'calls')
  writeFileSync(join(folder, 'aws'), recorder)
  chmodSync(join(folder, 'aws'), 0o755)
  writeFileSync(log, '')
  const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, CALLS: log, SIGNED_IN: signedIn }
  const { status, stderr } = spawnSync('bash', ['-s'], { input: text, cwd: folder, env, encoding: 'utf8' })
  const calls = readFileSync(log, 'utf8')
    .split(`${end}\0`)
    .filter((call) => call !== '')
    .map((call) => call.split('\0').slice(0, -1))
  const names = calls.flat().flatMap((argument) => /(?:^|=)file:\/\/(.+)$/.exec(argument)?.[1] ?? [])
  const files = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  rmSync(folder, { recursive: true })
  if (status !== 0 || stderr !== '') throw new Error(`The shell says ${String(status)}: ${stderr}`)
  return { calls, files }
}

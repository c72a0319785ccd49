import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandFacts } from '#core/artifacts/read-commands.test-data.ts'
import type { RoleFacts } from '#core/artifacts/role-facts.test-data.ts'

/** Writes down as whom it was called, with what, and what the files held at that moment. A role is there when its profile begins with `has-`. */
const recorder = `#!/bin/sh
if [ "$1 $2" = 'configure list-profiles' ]; then cat "$PROFILE_LIST"; exit 0; fi
account="\${AWS_PROFILE##*-}"
case "$AWS_PROFILE" in expired*) exit 255 ;; esac
printf '%s\\0' "$account" "$@" >> "$CALLS"
for argument in "$@"; do
  case "$argument" in *file://*) printf '%s\\0' '<file>'; cat "\${argument##*file://}"; printf '\\0' ;; esac
done >> "$CALLS"
printf '%s\\0' '<end of call>' >> "$CALLS"
if [ "$2" = get-caller-identity ]; then printf '%s\\n' "$account"; fi
case "$AWS_PROFILE" in denied*) [ "$2" = get-caller-identity ] || exit 254 ;; esac
case "$2 $*" in get-role*--query*) ;; get-role*) case "$AWS_PROFILE" in has-*) ;; *) exit 254 ;; esac ;; esac
`

type Call = { readonly account: string; readonly words: readonly string[]; readonly file: string | null }

function readCall(text: string): Call {
  const [account = '', ...parts] = text.split('\0').slice(0, -1)
  const mark = parts.indexOf('<file>')
  return mark < 0 ? { account, words: parts, file: null } : { account, words: parts.slice(0, mark), file: parts[mark + 1] ?? '' }
}

export type ProfilesRun = {
  readonly status: number | null
  readonly stdout: string
  readonly stderr: string
  readonly calls: readonly Call[]
}

/** Types commands into a real shell that has these profiles; the account of each is at the end of its name. */
export function runWithProfiles(text: string, profiles: readonly string[]): ProfilesRun {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-profiles-'))
  const [log, list] = [join(folder, 'calls'), join(folder, 'profiles')]
  writeFileSync(join(folder, 'aws'), recorder)
  chmodSync(join(folder, 'aws'), 0o755)
  writeFileSync(log, '')
  writeFileSync(list, profiles.map((profile) => `${profile}\n`).join(''))
  const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, CALLS: log, PROFILE_LIST: list }
  const { status, stdout, stderr } = spawnSync('bash', ['-s'], { input: text, cwd: folder, env, encoding: 'utf8' })
  const calls = readFileSync(log, 'utf8')
    .split('<end of call>\0')
    .filter((call) => call !== '')
    .map(readCall)
  rmSync(folder, { recursive: true })
  return { status, stdout, stderr, calls }
}

/** What was done in one account, without the look whether the role is there. */
export function accountFacts({ calls }: ProfilesRun, accountId: string): RoleFacts {
  const own = calls.filter(({ account, words }) => account === accountId && (words[1] !== 'get-role' || words.includes('--query')))
  const files = new Map(
    own.flatMap(({ words, file }) => {
      const name = words.map((word) => /file:\/\/(.+)$/.exec(word)?.[1]).find((found) => found !== undefined)
      return name === undefined || file === null ? [] : [[name, file] as const]
    }),
  )
  return commandFacts({ calls: own.map(({ words }) => words), files }, accountId)
}

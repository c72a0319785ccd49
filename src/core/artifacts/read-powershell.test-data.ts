/*
 * A small reader of PowerShell: single-quoted strings, here-strings, words, backticks at the end of a line, and the few
 * commands that the artifacts use. Anything else is a fault, so a value that broke out of its quotes would be seen.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */

export type PowerShellRun = {
  readonly calls: readonly (readonly string[])[]
  readonly files: ReadonlyMap<string, string>
  readonly thrown: string | null
}

/** PowerShell takes curly quotes for straight ones. */
const quote = /['\u2018\u2019\u201a\u201b]/

type Word = { readonly text: string; readonly isLiteral: boolean }
type Reading<Value> = { readonly value: Value; readonly rest: string }

function hereString(source: string): Reading<Word> {
  const match = /^@'\n(.*?)\n'@/s.exec(source)
  if (match === null) throw new Error('A here-string that does not end')
  return { value: { text: match[1] ?? '', isLiteral: true }, rest: source.slice(match[0].length) }
}

function literalWord(source: string): Reading<Word> {
  let text = ''
  let rest = source.slice(1)
  for (;;) {
    const end = rest.search(quote)
    if (end < 0) throw new Error('A string that does not end')
    text += rest.slice(0, end)
    const isDoubled = quote.test(rest.slice(end + 1, end + 2))
    rest = rest.slice(end + (isDoubled ? 2 : 1))
    if (!isDoubled) return { value: { text, isLiteral: true }, rest }
    text += "'"
  }
}

function word(source: string): Reading<Word> {
  if (source.startsWith("@'")) return hereString(source)
  if (source.startsWith("'")) return literalWord(source)
  const bare = /^[A-Za-z0-9_$.:/=-]+/.exec(source)?.[0]
  if (bare === undefined) throw new Error(`Not understood: ${JSON.stringify(source.slice(0, 60))}`)
  return { value: { text: bare, isLiteral: false }, rest: source.slice(bare.length) }
}

/** One statement up to the end of its line. */
function statement(source: string): Reading<readonly Word[]> {
  const words: Word[] = []
  let rest = source
  for (;;) {
    rest = rest.replace(/^(?: |`\n)+/, '')
    if (rest === '' || rest.startsWith('\n')) return { value: words, rest: rest.replace(/^\n\s*/, '') }
    const read = word(rest)
    if (!/^(?:[\s]|$)/.test(read.rest)) throw new Error(`No blank after ${read.value.text}`)
    words.push(read.value)
    rest = read.rest
  }
}

const frame =
  /^& \{\n {2}\$ErrorActionPreference = 'Stop'\n {2}function Assert-Success \{ if \(\$LASTEXITCODE -ne 0\) \{ throw '([^']+)' \} \}\n\s*(.*)\n\}\n$/s
const guard = /^if \(\$signedIn -ne '(\d{12})'\) \{\n\s*throw "([^"$]*)\$signedIn([^"$]*)"\n\s*\}\n\s*/

const noted = /^if \(\$LASTEXITCODE -ne 0\) \{ \$failed \+= '([^']*)' \}\s*/
const reported = /^if \(\$failed\) \{ throw "([^"$]*)\$\(\$failed -join ', '\)([^"$]*)" \}\s*/
const removed = /^Remove-Item -Path ([\w., -]+) -ErrorAction SilentlyContinue\s*/
const emptyList = /^\$PSNativeCommandUseErrorActionPreference = \$false\n\s*\$failed = @\(\)\s*/

type World = { readonly signedIn: string; readonly fails: string; readonly files?: readonly string[] }
type State = { readonly calls: string[][]; readonly files: Map<string, string>; readonly failed: string[]; hasFailed: boolean }

function write(state: State, words: readonly string[]): void {
  const [path, name = '', encoding, ascii, value, content = '', ...more] = words
  if ([path, encoding, ascii, value, ...more].join(' ') !== '-Path -Encoding ascii -Value') throw new Error('Another way to write')
  if (/[^ -~\n]/.test(content)) throw new Error('Not ASCII')
  state.files.set(name, content)
}

function call(state: State, words: readonly string[], fails: string): void {
  state.calls.push([...words])
  state.hasFailed = words[1] === fails
}

/** Whether the commands go on. */
function execute(state: State, words: readonly Word[], fails: string): boolean {
  const texts = words.map(({ text }) => text)
  const [first = '', second, ...others] = texts
  const command = words.find(({ isLiteral }) => isLiteral)?.text === first ? '' : first
  if (command === 'Assert-Success' && second === undefined) return !state.hasFailed
  if (command === 'Set-Content') write(state, texts.slice(1))
  else if (command === 'aws') call(state, texts.slice(1), fails)
  else if (command.startsWith('$') && second === '=' && others[0] === 'aws') call(state, others.slice(1), fails)
  else if (texts.join(' ') !== '$roleArn') throw new Error(`Not understood: ${texts.join(' ')}`)
  return true
}

type Step = { readonly rest: string; readonly thrown: string | null }

/** The steps of an undo that go on after a failed call. Null for every other statement. */
function undoStep(state: State, source: string): Step | null {
  const form = [emptyList, noted, removed, reported].find((candidate) => candidate.test(source))
  const [found = '', first = '', second = ''] = form?.exec(source) ?? []
  if (form === undefined) return null
  if (form === noted && state.hasFailed) state.failed.push(first)
  if (form === removed) for (const name of first.split(', ')) state.files.delete(name)
  const thrown = form === reported && state.failed.length > 0 ? `${first}${state.failed.join(', ')}${second}` : null
  return { rest: source.slice(found.length), thrown }
}

/** The next statement. Stopped is thrown where it is a check after a failed call. */
function nextStep(state: State, source: string, { signedIn, fails }: World, stopped: string): Step {
  const guarded = guard.exec(source)
  if (guarded !== null) {
    const thrown = guarded[1] === signedIn ? null : `${guarded[2]}${signedIn}${guarded[3]}`
    return { rest: source.slice(guarded[0].length), thrown }
  }
  const undone = undoStep(state, source)
  if (undone !== null) return undone
  const { value, rest } = statement(source)
  return { rest, thrown: execute(state, value, fails) ? null : stopped }
}

/** Runs the commands against a client that writes down its arguments. */
export function runPowerShell(text: string, world: World): PowerShellRun {
  const state: State = { calls: [], files: new Map((world.files ?? []).map((name) => [name, ''])), failed: [], hasFailed: false }
  const body = frame.exec(text)
  if (body === null) throw new Error('Not in a script block')
  let step: Step = { rest: body[2] ?? '', thrown: null }
  while (step.rest !== '' && step.thrown === null) step = nextStep(state, step.rest, world, body[1] ?? '')
  return { ...state, thrown: step.thrown }
}

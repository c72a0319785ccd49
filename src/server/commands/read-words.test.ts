import { expect, test } from 'vitest'
import { commands } from '#server/commands.ts'
import { commandHelp, commandList } from './help.ts'
import { readWords } from './read-words.ts'

const read = (words: readonly string[]) => readWords(commands, words)

test.each([
  [[], 'start', undefined],
  [['start'], 'start', undefined],
  [['--new-registry'], 'start', undefined],
  [['backup', 'copy.db'], 'backup', 'copy.db'],
  [['check'], 'check', undefined],
  [['check', 'my.json', '--hosting-policy', 'policy.json'], 'check', 'my.json'],
  [['webhook', 'test'], 'webhook test', undefined],
])('%j runs %s', (words, name, file) => {
  expect(read(words)).toMatchObject({ kind: 'run', command: { name }, given: { file } })
})

test('an option has its last value, and a repeatable one has all of them', () => {
  const reading = read(['hosting', '--table', 'a', '--on=ecs', '--table=b'])
  if (reading.kind !== 'run') throw new Error('It does not run')
  const { given } = reading
  expect([given.values('table'), given.value('table'), given.value('on'), given.has('as')]).toEqual([['a', 'b'], 'b', 'ecs', false])
})

test.each([
  [['restore'], 'Unknown command restore.'],
  [['strat'], 'Unknown command strat. Did you mean start?'],
  [['hostnig', 'my.json'], 'Unknown command hostnig. Did you mean hosting?'],
  [['webhok', 'test'], 'Unknown command webhok. Did you mean webhook test?'],
  [['webhook'], 'webhook needs a second word: webhook test.'],
  [['webhook', 'tset'], 'webhook needs a second word: webhook test. Did you mean test?'],
  [['webhook', 'test', 'now'], 'webhook test accepts no "now".'],
  [['--new_registry'], 'Unknown option --new_registry. Did you mean --new-registry?'],
  [['start', '--port', '80'], 'Unknown option --port.'],
  [['-v'], 'Unknown option -v.'],
  [['--new-registry=yes'], '--new-registry accepts no value.'],
  [['start', 'now'], 'start accepts no "now".'],
  [['backup'], 'backup needs one FILE.'],
  [['backup', ''], 'backup needs one FILE.'],
  [['backup', 'a', 'b'], 'backup needs one FILE.'],
  [['backup', 'a', '--new-registry'], 'Unknown option --new-registry.'],
  [['check', '--hosting-policy'], '--hosting-policy needs a value: --hosting-policy POLICY.json'],
  [['hosting', '--on', '--as', 'terraform'], '--on needs a value: --on PLATFORM'],
])('rejects %j', (words, fault) => {
  expect(read(words)).toMatchObject({ kind: 'refused', fault })
})

test.each([['--help'], ['-h'], ['help']])('%s shows the list of commands', (word) => {
  expect(read([word])).toEqual({ kind: 'help', command: null })
  const list = commandList(commands).join('\n')
  for (const { name, summary } of commands) expect(list).toMatch(new RegExp(`  ${name}.*  ${summary.replace(/[()]/g, '.')}`))
})

test.each(commands)('$name --help shows its options', async (command) => {
  const words = command.name.split(' ')
  const help = { kind: 'help', command }
  for (const asked of [['--help'], ['-h'], ['help']])
    expect(read(asked[0] === 'help' ? ['help', ...words] : [...words, ...asked])).toEqual(help)
  const text = (await commandHelp(command)).join('\n')
  for (const name of Object.keys(command.options)) expect(text).toContain(`  --${name}`)
  expect(text).toContain(`Usage: rolebridge ${command.name}`)
})

test('--version shows the version', () => {
  expect(read(['--version'])).toEqual({ kind: 'version' })
})

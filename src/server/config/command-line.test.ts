import { expect, test } from 'vitest'
import { readCommand } from './command-line.ts'

test.each([
  [[], { kind: 'start', isNewRegistryAllowed: false }],
  [['start'], { kind: 'start', isNewRegistryAllowed: false }],
  [['--new-registry'], { kind: 'start', isNewRegistryAllowed: true }],
  [['start', '--new-registry'], { kind: 'start', isNewRegistryAllowed: true }],
  [['backup', 'copy.db'], { kind: 'backup', file: 'copy.db' }],
  [['check', '--help'], { kind: 'check', words: ['--help'] }],
  [['webhook', 'test'], { kind: 'webhook-test' }],
  [['--help'], { kind: 'help' }],
  [['-h'], { kind: 'help' }],
] as const)('reads %j', (given, command) => {
  expect(readCommand(given)).toEqual(command)
})

test.each([
  [['restore'], 'Unknown command restore'],
  [['Start'], 'Unknown command Start'],
  [['--new_registry'], 'Unknown option --new_registry'],
  [['start', '--port', '80'], 'Unknown option --port'],
  [['--new-registry=yes'], 'Unknown option --new-registry=yes'],
  [['start', 'now'], 'start doesn\'t accept "now"'],
  [['webhook'], 'webhook requires the word test: webhook test'],
  [['webhook', 'test', 'now'], 'webhook requires the word test: webhook test'],
  [['backup'], 'backup requires one FILE'],
  [['backup', ''], 'backup requires one FILE'],
  [['backup', 'a', 'b'], 'backup requires one FILE'],
  [['backup', 'a', '--new-registry'], '--new-registry is an option of start'],
])('rejects %j', (given, fault) => {
  expect(readCommand(given)).toEqual({ kind: 'refused', fault })
})

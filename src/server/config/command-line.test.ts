import { expect, test } from 'vitest'
import { readCommand } from './command-line.ts'

test.each([
  [[], { kind: 'start', isNewRegistryAllowed: false }],
  [['start'], { kind: 'start', isNewRegistryAllowed: false }],
  [['--new-registry'], { kind: 'start', isNewRegistryAllowed: true }],
  [['start', '--new-registry'], { kind: 'start', isNewRegistryAllowed: true }],
  [['backup', 'copy.db'], { kind: 'backup', file: 'copy.db' }],
  [['check', '--help'], { kind: 'check', words: ['--help'] }],
  [['--help'], { kind: 'help' }],
  [['-h'], { kind: 'help' }],
] as const)('reads %j', (given, command) => {
  expect(readCommand(given)).toEqual(command)
})

test.each([
  [['restore'], 'There is no command restore'],
  [['Start'], 'There is no command Start'],
  [['--new_registry'], 'There is no option --new_registry'],
  [['start', '--port', '80'], 'There is no option --port'],
  [['--new-registry=yes'], 'There is no option --new-registry=yes'],
  [['start', 'now'], 'start takes no "now"'],
  [['backup'], 'backup takes one FILE'],
  [['backup', ''], 'backup takes one FILE'],
  [['backup', 'a', 'b'], 'backup takes one FILE'],
  [['backup', 'a', '--new-registry'], '--new-registry belongs to start'],
])('rejects %j', (given, fault) => {
  expect(readCommand(given)).toEqual({ kind: 'refused', fault })
})

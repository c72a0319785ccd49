import type { Command } from './commands/command.ts'

export const checkDueCommand: Command<never> = {
  name: 'check-due',
  summary: 'Checks every connection whose scheduled check is due, and sends events, without starting',
  file: 'none',
  options: {},
  failure: 'cannot check the connections that are due',
  run: async (_, environment) => (await import('./check-due.ts')).checkDue(environment),
}

import type { Command } from './command.ts'

export const checkCommand: Command<'hosting-policy'> = {
  name: 'check',
  summary: 'Checks the vendor’s config as the server does when it starts',
  file: 'optional',
  options: { 'hosting-policy': { value: 'POLICY.json', text: 'Also checks the permissions policy of your application role' } },
  details: async () => `Without FILE it checks the config that ROLEBRIDGE_VENDOR names, or vendor.json in this folder, or the demo vendor's.
Exits with 1 if there are errors.`,
  failure: 'cannot check the config',
  run: async (given, environment) => (await import('./check-report.ts')).checkReport(given, environment),
}

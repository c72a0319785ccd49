import type { Command } from './command.ts'
import type { InitOption } from './init-questions.ts'

export const initCommand: Command<InitOption> = {
  name: 'init',
  summary: 'Asks five questions, and writes the vendor’s config',
  file: 'optional',
  options: {
    name: { value: 'NAME', text: 'The name of your product' },
    purpose: { value: 'TEXT', text: 'Finishes the sentence "It needs access because it …"' },
    account: { value: 'ID', text: 'The AWS account that your application runs in' },
    'application-role': { value: 'NAME', text: 'The role that your application runs as. Default: from the name' },
    access: { value: 'IDS', text: 'What you need: read-s3 (default), write-s3, read-dynamodb, read-sqs. Separate several with commas' },
    region: { value: 'REGION', text: 'The Region of your customers. Default: us-east-1' },
    force: { value: null, text: 'Replaces an existing file' },
  },
  details: async () => `Without FILE it writes vendor.json. An option answers its question. Without a terminal nothing is asked.`,
  failure: 'cannot write the config',
  run: async (given) => (await import('./write-config.ts')).initialize(given),
}

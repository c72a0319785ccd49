import type { Command } from './command.ts'
import type { TemplateOption } from './publish-templates.ts'

export const templateCommand: Command<TemplateOption> = {
  name: 'template',
  summary: 'Writes the CloudFormation template of each partition, and says how to publish it',
  file: 'optional',
  options: {
    bucket: {
      value: 'PARTITION=NAME@REGION',
      text: 'The bucket of a partition. NAME is enough for a single partition',
      isRepeatable: true,
    },
    out: { value: 'FOLDER', text: 'Where the templates are written. Default: templates' },
    check: { value: null, text: 'Writes nothing, and fails if the URLs in the config don’t have the versions of the templates' },
    write: { value: null, text: 'Writes the new URLs into the config' },
  },
  details: async () =>
    "Without FILE it reads the config that ROLEBRIDGE_VENDOR names, or vendor.json in this folder, or the demo vendor's.",
  failure: 'cannot write the templates',
  run: async (given, environment) => (await import('./publish-templates.ts')).publishTemplates(given, environment),
}

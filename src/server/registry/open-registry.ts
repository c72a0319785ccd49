import { StartRefusal } from '#server/config/start-refusal.ts'
import { fileRegistry } from './libsql/registry-file.ts'
import type { Registry, RegistryAdapter, RegistryOptions } from './registry.ts'

/** The one list of stores. An adapter is added here and in its own folder, and runs the contract tests. Clients are loaded only where they are used. */
const registryAdapters: readonly RegistryAdapter[] = [
  fileRegistry,
  {
    schemes: ['dynamodb'],
    example: 'dynamodb:TABLE',
    open: async (options) => (await import('./dynamodb/open-table.ts')).openTable(options),
  },
  {
    schemes: ['postgres', 'postgresql'],
    example: 'postgres://…',
    open: async (options) => (await import('./postgres/open-database.ts')).openDatabase(options),
  },
]

/** Opens the registry that the URL names. */
export async function openRegistry(options: RegistryOptions): Promise<Registry> {
  const [scheme = ''] = options.url.split(':')
  const adapter = registryAdapters.find(({ schemes }) => schemes.includes(scheme))
  if (adapter !== undefined) return adapter.open(options)
  const examples = registryAdapters.map(({ example }) => example)
  throw new StartRefusal([`ROLEBRIDGE_REGISTRY: there is no registry for ${scheme}:. Use ${examples.join(' or ')}.`])
}

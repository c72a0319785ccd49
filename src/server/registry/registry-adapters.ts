import { StartRefusal } from '#server/config/start-refusal.ts'
import type { Registry, RegistryAdapter, RegistryOptions } from './registry.ts'
import { fileRegistry } from './registry-file.ts'

/** The one list of stores. An adapter is added here and in its own file, with a row in the contract tests. */
const registryAdapters: readonly RegistryAdapter[] = [fileRegistry]

/** Opens the registry that the URL names. */
export async function openRegistry(options: RegistryOptions): Promise<Registry> {
  const [scheme = ''] = options.url.split(':')
  const adapter = registryAdapters.find((candidate) => candidate.scheme === scheme)
  if (adapter !== undefined) return adapter.open(options)
  const schemes = registryAdapters.map((known) => `${known.scheme}:`)
  throw new StartRefusal([`ROLEBRIDGE_REGISTRY: there is no registry for ${scheme}:. Use ${schemes.join(' or ')}.`])
}

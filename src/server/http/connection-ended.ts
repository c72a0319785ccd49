import type { Registry } from '#server/registry/registry.ts'
import { problem } from './problems.ts'

/** The answer to a request during which its connection ended: what a request after it is answered. */
export async function connectionEnded(registry: Pick<Registry, 'find'>, tenant: string, id: string): Promise<Response> {
  return problem((await registry.find(tenant, id)) === null ? 'not-found' : 'disconnecting')
}

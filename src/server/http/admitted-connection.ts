import type { Context } from 'hono'
import type { Connection } from '#core/connection/connection.ts'
import type { Registry } from '#server/registry/registry.ts'
import type { Authenticated } from './app-dependencies.ts'

/** The connection that the address names, where it is one of the tenant and, for who came by a hand-off, the one of the hand-off. */
export async function admittedConnection(context: Context<Authenticated>, registry: Registry): Promise<Connection | null> {
  const { tenant, guest } = context.var
  const id = context.req.param('id') ?? ''
  return guest === null || guest.connectionId === id ? registry.find(tenant, id) : null
}

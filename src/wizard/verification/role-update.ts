import * as z from 'zod/mini'
import { readStored, store } from '#wizard/app/browser-storage.ts'

const key = (connectionId: string) => `rolebridge.role-update.${connectionId}`

/** Where the browser refuses to store. */
const inMemory = new Set<string>()

/** The permissions were changed in this tab, so the role that exists must follow. Nothing in a verdict tells it from a role to create. */
export function rememberRoleUpdate(connectionId: string): void {
  inMemory.add(connectionId)
  store('session', key(connectionId), true)
}

export const isRoleUpdate = (connectionId: string): boolean =>
  inMemory.has(connectionId) || readStored('session', key(connectionId), z.boolean()) === true

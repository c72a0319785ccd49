import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { createListeners } from '#ui/browser/store.ts'
import { readStored, store } from '#wizard/app/browser-storage.ts'

const key = (connectionId: string) => `rolebridge.launched.${connectionId}`

/** `opened`: the launch link. `copied`: the link or a text that creates the role was taken from the page. */
const Launch = z.enum(['opened', 'copied'])
export type Launch = z.infer<typeof Launch>

/** Used when the browser blocks storage. */
const inMemory = new Map<string, Launch>()
const listeners = createListeners()

/** How the creation of the role was started in this tab. Null: not here. */
export const launchOf = (connectionId: string): Launch | null =>
  inMemory.get(connectionId) ?? readStored('session', key(connectionId), Launch)

export function rememberLaunch(connectionId: string, launch: Launch): void {
  inMemory.set(connectionId, launch)
  store('session', key(connectionId), launch)
  listeners.call()
}

export const useLaunch = (connectionId: string): Launch | null => useSyncExternalStore(listeners.add, () => launchOf(connectionId))

import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { createStore } from '#ui/browser/store.ts'
import { readStored, store } from './browser-storage.ts'
import { pageOptions } from './page-options.ts'

const key = ['rolebridge.account-list', pageOptions.slot].filter(Boolean).join('.')

/** The list as it was pasted, in this tab; read when it is first needed, since a demo keeps its own. */
const pasted = createStore<string | null>(null)

export const listText = (): string => pasted.state() ?? readStored('session', key, z.string()) ?? ''

/** Keeps accounts that are not connected yet across reloads. */
export function keepListText(next: string): void {
  store('session', key, next)
  pasted.replace(next)
}

export const useListText = (): string => useSyncExternalStore(pasted.subscribe, listText)

import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { readStored, store } from '#wizard/app/browser-storage.ts'
import { pageOptions } from '#wizard/app/page-options.ts'

const key = ['rolebridge.account-list', pageOptions.slot].filter(Boolean).join('.')

/** The list as it was pasted, in this tab; read when it is first needed, since a demo keeps its own. */
let text: string | null = null
const listeners = new Set<() => void>()

export const listText = (): string => {
  text ??= readStored('session', key, z.string()) ?? ''
  return text
}

/** What is not connected yet stays here, whatever happens to the page. */
export function keepListText(next: string): void {
  text = next
  store('session', key, next)
  for (const onChange of listeners) onChange()
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange)
  return () => listeners.delete(onChange)
}

export const useListText = (): string => useSyncExternalStore(subscribe, listText)

import { useState } from 'react'
import type * as z from 'zod/mini'
import { readStored, store } from '#wizard/app/browser-storage.ts'

/** State of the hosting screen that a reload of the tab keeps. */
export function useKeptState<Value>(name: string, schema: z.ZodMiniType<Value>, initial: Value) {
  const key = `rolebridge.hosting.${name}`
  const [value, setValue] = useState(() => readStored('session', key, schema) ?? initial)
  const keep = (next: Value): void => {
    store('session', key, next)
    setValue(next)
  }
  return [value, keep] as const
}

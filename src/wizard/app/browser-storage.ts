import * as z from 'zod/mini'

type Place = 'local' | 'session'

let apart: string | null = null

/** Called once, before anything is stored: what is kept from here on is this tab's, and meets nothing that others keep. */
export function keepStorageApart(prefix: string): void {
  apart = prefix
}

const keyOf = (key: string): string => (apart === null ? key : `${apart}.${key}`)

// The getters themselves throw in a third-party frame without storage.
const storage = (place: Place): Storage => (place === 'local' && apart === null ? window.localStorage : window.sessionStorage)

/** Null when nothing is stored, the value does not parse, or the browser blocks storage. */
export function readStored<Value>(place: Place, key: string, schema: z.ZodMiniType<Value>): Value | null {
  try {
    const parsed = z.safeParse(schema, JSON.parse(storage(place).getItem(keyOf(key)) ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

/** Does nothing where the browser refuses. */
export function store(place: Place, key: string, value: unknown): void {
  try {
    storage(place).setItem(keyOf(key), JSON.stringify(value))
  } catch {
    // Blocked or full: the page goes on with what it holds in memory.
  }
}

export function removeStored(place: Place, key: string): void {
  try {
    storage(place).removeItem(keyOf(key))
  } catch {
    // Blocked: there is nothing to remove.
  }
}

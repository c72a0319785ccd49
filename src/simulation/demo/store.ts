/** One value that screens can follow. */
export type Store<Value> = {
  readonly state: () => Value
  readonly change: (changed: Partial<Value>) => void
  readonly subscribe: (listener: () => void) => () => void
}

export function createStore<Value extends object>(initial: Value): Store<Value> {
  let value = initial
  const listeners = new Set<() => void>()
  return {
    state: () => value,
    change: (changed: Partial<Value>) => {
      value = { ...value, ...changed }
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

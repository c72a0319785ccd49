/** Functions to call when something happens. `add` returns what removes the function. */
export function createListeners<Values extends readonly unknown[] = readonly []>() {
  const listeners = new Set<(...values: Values) => void>()
  return {
    count: () => listeners.size,
    add: (listener: (...values: Values) => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    call: (...values: Values) => {
      for (const listener of listeners) listener(...values)
    },
  }
}

export type Store<Value> = {
  readonly state: () => Value
  readonly replace: (next: Value) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** A value that screens can follow, with `useSyncExternalStore`. */
export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial
  const listeners = createListeners()
  return {
    state: () => value,
    replace: (next) => {
      value = next
      listeners.call()
    },
    subscribe: listeners.add,
  }
}

export type BoundedCache<Value> = {
  readonly get: (key: string) => Value | undefined
  /** Forgets the oldest value where there are too many. */
  readonly set: (key: string, value: Value) => void
}

/** Values in the memory of this process: nothing may depend on one being there. */
export function boundedCache<Value>(maximum: number): BoundedCache<Value> {
  const values = new Map<string, Value>()
  return {
    get: (key) => values.get(key),
    set: (key, value) => {
      values.delete(key)
      values.set(key, value)
      const [oldest] = values.size > maximum ? values.keys() : []
      if (oldest !== undefined) values.delete(oldest)
    },
  }
}

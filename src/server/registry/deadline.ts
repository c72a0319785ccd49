import { withinDeadline } from '#server/config/call-deadline.ts'
import { type Registry, RegistryUnavailable } from './registry.ts'

/** The same methods, also those of members, with something around each call. Every call asks for the current methods. */
export function aroundEach<Methods extends object>(
  current: () => Methods,
  around: (call: () => unknown, name: string) => unknown,
): Methods {
  const made = new Map<string | symbol, unknown>()
  const wrapped = (name: string | symbol): unknown => {
    const read = (): unknown => Reflect.get(current(), name)
    const member = read()
    if (typeof member === 'object' && member !== null) return aroundEach(() => Object(read()), around)
    if (typeof member !== 'function') return member
    const call = (given: readonly unknown[]): unknown => {
      const method = read()
      return typeof method === 'function' ? method(...given) : undefined
    }
    return (...given: readonly unknown[]) => around(() => call(given), String(name))
  }
  return new Proxy(current(), {
    get: (_, name) => {
      if (!made.has(name)) made.set(name, wrapped(name))
      return made.get(name)
    },
  })
}

/** Below the time after which a load balancer or a browser gives up. */
export const registryDeadlineMs = 10_000

/** These may take as long as they need: nobody waits for a response, or there are many connections or entries of a history. */
const unlimited = ['close', 'deleteTenant', 'deleteConnection']

type Store = {
  readonly current: () => Registry
  /** The code of an outage of the store. Null for every other error. */
  readonly unavailable: (error: unknown) => string | null
  readonly deadlineMs: number
  /** Called for each call that got no answer, with the registry that was asked. */
  readonly onLate?: (asked: Registry) => void
}

/** A registry on another machine: no call hangs, and an outage is an error of its own. */
export function withDeadline({ current, unavailable, deadlineMs, onLate = () => {} }: Store): Registry {
  async function limited(call: () => unknown): Promise<unknown> {
    const asked = current()
    const answer = await withinDeadline(deadlineMs, async () => ({ value: await call() }))
    if (answer !== 'late') return answer.value
    onLate(asked)
    throw new RegistryUnavailable('LATE')
  }
  return aroundEach(current, async (call, name) => {
    try {
      return await (unlimited.includes(name) ? call() : limited(call))
    } catch (error) {
      const code = unavailable(error)
      throw code === null ? error : new RegistryUnavailable(code, { cause: error })
    }
  })
}

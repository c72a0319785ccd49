import type { EventRecords } from '#server/registry/event-records.ts'

const intervalMs = 60 * 60_000

type RemovalOptions = {
  readonly events: Pick<EventRecords, 'removeExpired'>
  readonly now: () => Date
  readonly onError: (error: unknown) => void
}

/** Removes expired events at once and then every hour, until it is stopped. The scheduled checks can be off, or be made elsewhere. */
export function removeExpiredEvents({ events, now, onError }: RemovalOptions): () => Promise<void> {
  let removal = Promise.resolve()
  const remove = () => {
    removal = events.removeExpired(now().toISOString()).catch(onError)
  }
  remove()
  const timer = setInterval(remove, intervalMs).unref()
  return async () => {
    clearInterval(timer)
    await removal
  }
}

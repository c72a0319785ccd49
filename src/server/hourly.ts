const intervalMs = 60 * 60_000

/** Does the work at once and then every hour, until it is stopped. */
export function hourly(work: () => Promise<unknown>, onError: (error: unknown) => void): () => Promise<void> {
  let running = Promise.resolve()
  const start = () => {
    running = work().then(() => {}, onError)
  }
  start()
  const timer = setInterval(start, intervalMs).unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

/**
 * The result of a call, or `late` when it is not there in time, also where the other side sends a byte now and then: such a call never runs
 * into the timeouts of a connection. A late call is told to stop, and nobody waits for it to do so.
 */
export async function withinDeadline<Value>(milliseconds: number, call: (signal: AbortSignal) => Promise<Value>): Promise<Value | 'late'> {
  const abort = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => {
      resolve('late')
      abort.abort()
    }, milliseconds)
  })
  try {
    return await Promise.race([call(abort.signal), late])
  } finally {
    clearTimeout(timer)
  }
}

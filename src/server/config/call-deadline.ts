/**
 * The result of a call, or `late` after the deadline. Timeouts of the connection aren't enough, because a response that drips byte by byte
 * never reaches them. A late call is aborted, without waiting for it to stop.
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

/**
 * The most CPU time, in milliseconds, between two turns of the event loop. A process that waits for a processor, which another program has,
 * is late too, but takes no CPU time meanwhile. Threads of the garbage collector count, so this is the most that it can be.
 */
export function longestBlock(): { readonly stop: () => number } {
  let longest = 0
  let before = process.cpuUsage()
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(before)
    before = process.cpuUsage()
    longest = Math.max(longest, (user + system) / 1000)
  }, 1)
  return {
    stop: () => {
      clearInterval(timer)
      return longest
    },
  }
}

/** Milliseconds of processor time that this process takes for it. Unlike the time on the clock, it is nearly the same on a busy machine. */
export function processorMs(work: () => unknown): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

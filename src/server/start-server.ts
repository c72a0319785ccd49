import { assembleApp } from './assembled-app.ts'
import type { Environment } from './config/environment.ts'
import { linesTogether } from './config/log.ts'
import { listen } from './listen.ts'
import { readStart } from './read-start.ts'

const pause = (ms: number) => new Promise<void>((resume) => setTimeout(resume, ms))

/** SIGTERM comes from a program, which can wait. SIGINT, and any second signal, comes from a person. */
function stopOnSignal(stop: (isHurried: Promise<unknown>) => Promise<void>): void {
  let hurry = () => {}
  const isHurried = new Promise<void>((resolve) => {
    hurry = resolve
  })
  let isStopping = false
  const handle = (signal: NodeJS.Signals) => {
    if (isStopping || signal === 'SIGINT') hurry()
    if (isStopping) return
    isStopping = true
    stop(isHurried).then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', handle)
  process.on('SIGINT', handle)
}

type Start = { readonly environment: Environment; readonly isNewRegistryAllowed: boolean; readonly onStop?: () => void }

/** Answers once the server listens. It then runs until a signal ends the process. */
export async function startServer({ environment, isNewRegistryAllowed, onStop = () => {} }: Start) {
  const { settings, vendor, log, pages } = readStart(linesTogether(), environment)
  let { port } = settings
  const parts = { settings, vendor, log, pages, isNewRegistryAllowed, port: () => port }
  const { app, aws, simulatorEndpoint, beginStop, stop } = await assembleApp(parts)
  const listener = await listen({ fetch: app.fetch, host: settings.host, port })
  port = listener.port
  stopOnSignal(async (isHurried) => {
    beginStop()
    await Promise.race([pause(settings.stopDelayMs), isHurried])
    await listener.stop()
    await stop()
    onStop()
  })
  return { settings, port, aws, simulatorEndpoint }
}

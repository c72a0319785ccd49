import { mkdirSync } from 'node:fs'
import { readEnvironment } from '#server/config/environment.ts'
import { type Command, failed, said } from './command.ts'

const failure = 'cannot migrate the registry'

/** A server whose AWS is not known yet: the registry gets its owner when it is first used. */
export const migrateCommand: Command<never> = {
  name: 'migrate',
  summary: 'Creates the registry, or brings it up to date, without starting',
  file: 'none',
  options: {},
  failure,
  run: async (_, environment) => {
    const reading = readEnvironment(environment)
    if (reading.kind === 'faults') return failed(failure, reading.faults)
    const { registryUrl: url, dataFolder, logLevel } = reading.settings
    const [{ createLog }, { openRegistry }] = await Promise.all([
      import('#server/config/log.ts'),
      import('#server/registry/open-registry.ts'),
    ])
    mkdirSync(dataFolder, { recursive: true, mode: 0o700 })
    const log = createLog(logLevel)
    const registry = await openRegistry({ url, dataFolder, isNewAllowed: false, isMigration: true, aws: null, log })
    await registry.close()
    return said('The registry is up to date.')
  },
}

import { readEnvironment } from '#server/config/environment.ts'
import { type Command, failed, lines } from './command.ts'

const failure = 'cannot send a test event'

export const webhookTestCommand: Command<never> = {
  name: 'webhook test',
  summary: 'Sends a signed test event, and says what came back',
  file: 'none',
  options: {},
  details: async () => 'It uses the settings of the server, which need not run. Exits with 1 if the event is not accepted.',
  failure,
  run: async (_, environment) => {
    const reading = readEnvironment(environment)
    if (reading.kind === 'faults') return failed(failure, reading.faults)
    const { testReport } = await import('#server/webhooks/webhook-test.ts')
    const { isAccepted, lines: report } = await testReport(reading.settings)
    return { exitCode: isAccepted ? 0 : 1, text: lines(...report) }
  },
}

import type { Environment } from '#server/config/environment.ts'
import { readVendorFile, vendorPathOf } from '#server/config/vendor-file.ts'
import { counted, type Given, lines, type Output } from './command.ts'
import { hostingPolicyReport } from './hosting-report.ts'

const group = (title: string, sentences: readonly string[]): readonly string[] =>
  sentences.length === 0 ? [] : [`${title}:`, ...sentences.map((sentence) => `  ${sentence}`), '']

/** Says of the config in a file what the server would say. */
export function vendorReport(path: string, reading: ReturnType<typeof readVendorFile>) {
  const errors = reading.kind === 'faults' ? reading.faults : []
  const { warnings } = reading
  const [verdict, exitCode] =
    errors.length > 0 ? (['The server does not start with it', 1] as const) : (['The server starts with it', 0] as const)
  const vendor = reading.kind === 'vendor' ? ` (${reading.vendor.name})` : ''
  const summary = `${path}${vendor}: ${counted(errors.length, 'error')}, ${counted(warnings.length, 'warning')}. ${verdict}.`
  return { text: lines(...group('Errors', errors), ...group('Warnings', warnings), summary), exitCode }
}

export function checkReport(given: Given<'hosting-policy'>, environment: Environment): Output {
  const path = vendorPathOf(given.file, environment)
  const reading = readVendorFile(path)
  const config = vendorReport(path, reading)
  const policyPath = given.value('hosting-policy')
  if (policyPath === undefined) return config
  const hosting = hostingPolicyReport(policyPath, reading.kind === 'vendor' ? reading.vendor : null)
  return { text: `${config.text}\n${hosting.text}`, exitCode: config.exitCode === 0 ? hosting.exitCode : 1 }
}

import { expect, test } from 'vitest'
import type { PartitionReadiness } from './readiness.ts'
import { reportedReadiness } from './readiness-report.ts'

test('logs a fault of a partition when it begins, changes and ends, and passes every answer on', async () => {
  const logged: string[] = []
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>, message: string) =>
    void logged.push(`${level} ${fields['partition']} ${message}: ${fields['fault']}`)
  const answers = [null, 'expired', 'expired', 'no role', null, null].map((fault): readonly PartitionReadiness[] => [
    { partition: 'aws', fault },
    { partition: 'aws-cn', fault: null },
  ])
  const waiting = answers.values()
  const readiness = reportedReadiness(async () => waiting.next().value ?? [], {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
  })
  for (const answer of answers) expect(await readiness()).toEqual(answer)
  expect(logged).toEqual(['error aws not ready: expired', 'error aws not ready: no role', 'info aws ready again: no role'])
})

/** Prints the figures that don't depend on a browser, and writes them to `bench/results.md`: `npm run bench`. */

import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { evaluation } from './evaluate.ts'
import { largeTenant } from './large-tenant.ts'
import { markdown } from './report.ts'
import { verifyRoute } from './verify-route.ts'

const sections: string[] = []
for (const measure of [verifyRoute, largeTenant, evaluation]) {
  const section = markdown(await measure())
  console.log(section)
  sections.push(section)
}

const machine = `Node ${process.versions.node} on ${process.platform}, ${process.arch}, ${availableParallelism()} virtual processors that other programs used too. Ratios and CPU times can be compared, other times depend on the load.`
mkdirSync('bench', { recursive: true })
writeFileSync('bench/results.md', `# Benchmark results\n\nWritten by \`npm run bench\`. ${machine}\n\n${sections.join('\n')}`)

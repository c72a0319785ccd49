/** Prints the figures that don't depend on a browser, and writes them to `bench/results.md`: `npm run bench`. */

import { evaluation } from './evaluate.ts'
import { largeTenant } from './large-tenant.ts'
import { report } from './report.ts'
import { verifyRoute } from './verify-route.ts'

for (const measure of [verifyRoute, largeTenant, evaluation]) report(await measure())

import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Plugin } from 'vite'

/** Writes AWS's action data into the public folder, where it isn't there yet: it comes with a package, so the repository holds no copy. */
export const iamData: Plugin = {
  name: 'iam-data',
  config: () => {
    if (existsSync('public/iam-data/index.json')) return
    execFileSync(process.execPath, ['--import', 'tsx', 'tools/action-data.ts'], { stdio: ['ignore', 'ignore', 'inherit'] })
  },
}

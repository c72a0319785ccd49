import { join } from 'node:path'
import { notTested } from '#tools/installation.ts'
import { project, runIn, type Tarballs } from './packing.ts'

const packages = ['publint@0.3.25', '@arethetypeswrong/cli@0.18.5']

/** Null without the network. */
function linters(folder: string): string | null {
  try {
    return project(folder, ...packages)
  } catch {
    return null
  }
}

/**
 * Both packages are ES modules alone. The rule warns that old Node can't `require` them. Node 20.19, 22.12, and later can, which
 * `npm run test:nodes` shows. https://nodejs.org/docs/latest-v20.x/api/modules.html#loading-ecmascript-modules-using-require
 */
const ignored = ['--ignore-rules', 'cjs-resolves-to-esm']

/** Finds what keeps others from resolving the packages: publint in the files, attw in the types. */
export function lintPackages(folder: string, { program, embed }: Tarballs): void {
  const installed = linters(folder)
  if (installed === null) {
    notTested(`the packages with ${packages.join(' and ')}, which the npm registry didn't give`)
    return
  }
  for (const tarball of [program, embed]) {
    runIn(installed, join(installed, 'node_modules/.bin/publint'), tarball, '--strict')
    runIn(installed, join(installed, 'node_modules/.bin/attw'), tarball, '--format', 'ascii', ...ignored)
  }
  console.log('publint and attw find no issue in the packages.')
}

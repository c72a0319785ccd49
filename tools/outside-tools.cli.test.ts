import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { hasNetworkNamespaces } from './outside-tools.ts'

/** Without this capability the kernel denies network namespaces, as in most containers. */
const withoutNamespaces = (command: string, ...words: readonly string[]) =>
  spawnSync('setpriv', ['--bounding-set=-sys_admin', '--inh-caps=-sys_admin', command, ...words], { encoding: 'utf8' })

test.skipIf(!hasNetworkNamespaces())(
  'where the kernel denies a network namespace, endpoint variables are used instead, and the run says so',
  { timeout: 240_000 },
  () => {
    const files = ['network-of-its-own', 'switch-role'].map((name) => `src/core/hosting/${name}.cli.test.ts`)
    const words = ['node_modules/vitest/vitest.mjs', 'run', '--reporter=json', '-t', 'javascript', ...files]
    const { stdout, stderr } = withoutNamespaces(process.execPath, ...words)
    const { testResults } = JSON.parse(stdout)
    const titles = (file: string, status: string) =>
      testResults
        .filter(({ name }: { readonly name: string }) => name.endsWith(file))
        .flatMap(({ assertionResults }: { readonly assertionResults: readonly { readonly status: string; readonly title: string }[] }) =>
          assertionResults.filter((result) => result.status === status && result.title.includes('javascript')),
        )
    expect(titles('/network-of-its-own.cli.test.ts', 'passed')).toHaveLength(0)
    expect(titles('/switch-role.cli.test.ts', 'passed')).toHaveLength(2)
    expect(stderr).toContain('No network namespaces here. Tested with endpoint variables instead')
  },
)

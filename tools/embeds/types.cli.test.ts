import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** Lines below `@ts-expect-error` are those that must not compile. */
const pages = [
  {
    name: 'page.ts',
    text: `
      export {}
      const wizard = document.createElement('rolebridge-wizard')
      wizard.launchToken = async () => 'token'
      wizard.addEventListener('rolebridge-verified', ({ detail }) => detail.connectionId.toUpperCase())
      wizard.addEventListener('rolebridge:error', ({ detail }) => detail.code.toUpperCase())
      const status: 'loading' | 'ready' | 'failed' = wizard.state.status
      wizard.reset()
      // @ts-expect-error
      wizard.launchToken = 12
      // @ts-expect-error
      wizard.addEventListener('rolebridge-verified', ({ detail }) => detail.code)
      // @ts-expect-error
      wizard.state.status = status
    `,
  },
  {
    name: 'react.tsx',
    text: `
      export const Page = () => (
        <rolebridge-wizard
          src="https://connect.example.com"
          theme="auto"
          style={{ display: 'block' }}
          launchToken={async () => 'token'}
          onrolebridge-verified={({ detail }) => detail.connectionId.toUpperCase()}
        />
      )
      // @ts-expect-error
      export const wrongTheme = <rolebridge-wizard theme="pink" />
      // @ts-expect-error
      export const wrongEvent = <rolebridge-wizard onrolebridge-verified={({ detail }) => detail.code} />
    `,
  },
  {
    name: 'vue.ts',
    text: `
      import type { GlobalComponents } from 'vue'
      type Props = InstanceType<GlobalComponents['rolebridge-wizard']>['$props']
      export const right: Props = { theme: 'dark', launchToken: () => 'token', onRolebridgeVerified: ({ detail }) => void detail.connectionId }
      // @ts-expect-error
      export const wrongTheme: Props = { theme: 'pink' }
      // @ts-expect-error
      export const wrongEvent: Props = { onRolebridgeVerified: ({ detail }) => void detail.code }
    `,
  },
  {
    name: 'svelte.ts',
    text: `
      type Props = svelteHTML.IntrinsicElements['rolebridge-wizard']
      export const right: Props = { theme: 'dark', 'onrolebridge-verified': ({ detail }) => void detail.connectionId }
      // @ts-expect-error
      export const wrongTheme: Props = { theme: 'pink' }
      // @ts-expect-error
      export const wrongEvent: Props = { 'onrolebridge-verified': ({ detail }) => void detail.code }
    `,
  },
]

const compilerOptions = {
  target: 'ES2023',
  module: 'ESNext',
  moduleResolution: 'bundler',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  jsx: 'react-jsx',
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  types: [],
}

test('the types of the element hold in a strict project with React, Vue, and Svelte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-types-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(join(root, 'public/types'), join(folder, 'types'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  for (const { name, text } of pages) writeFileSync(join(folder, name), text)
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts', '*.tsx', 'types'] }))
  const compiled = promisify(execFile)(join(root, 'node_modules/.bin/tsc'), ['-p', '.'], { cwd: folder })
  const { stdout } = await compiled.catch((error: { readonly stdout: string }) => error)
  expect(stdout).toBe('')
})

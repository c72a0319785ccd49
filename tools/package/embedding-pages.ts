import { strictConfig, writeFiles } from './consumers.ts'
import { runIn } from './packing.ts'

const react = `
import '@rolebridge/embed/react'
import { createRoot } from 'react-dom/client'

const Page = () => (
  <rolebridge-wizard src="https://connect.example.com/" launchToken={async () => 'token'} onrolebridge-verified={({ detail }) => detail.connectionId.toUpperCase()} />
)
// @ts-expect-error
export const wrongTheme = <rolebridge-wizard theme="pink" />
// @ts-expect-error
export const wrongEvent = <rolebridge-wizard onrolebridge-verified={({ detail }) => detail.code} />
createRoot(document.body).render(<Page />)
`

const page = `
import '@rolebridge/embed'

const wizard = document.createElement('rolebridge-wizard')
wizard.addEventListener('rolebridge-verified', ({ detail }) => detail.connectionId.toUpperCase())
// @ts-expect-error
wizard.launchToken = 12
`

const vueScript = `
import '@rolebridge/embed/vue'
import type { GlobalComponents } from 'vue'

type Props = InstanceType<GlobalComponents['rolebridge-wizard']>['$props']
export const right: Props = { theme: 'dark', onRolebridgeVerified: ({ detail }) => void detail.connectionId }
// @ts-expect-error
export const wrongEvent: Props = { onRolebridgeVerified: ({ detail }) => void detail.code }
`

const vueComponent = `
<script setup lang="ts">
import '@rolebridge/embed/vue'
import type { VerifiedDetail } from '@rolebridge/embed'

const wizard = 'https://connect.example.com/'
const connected = ({ detail }: CustomEvent<VerifiedDetail>) => detail.connectionId.toUpperCase()
</script>

<template>
  <rolebridge-wizard :src="wizard" theme="CHOSEN" @rolebridge-verified="connected" />
</template>
`

const svelteComponent = `
<script lang="ts">
import '@rolebridge/embed/svelte'
import type { VerifiedDetail } from '@rolebridge/embed'

const connected = ({ detail }: CustomEvent<VerifiedDetail>) => detail.connectionId.toUpperCase()
</script>

<rolebridge-wizard src="https://connect.example.com/" theme="CHOSEN" launchToken={async () => 'token'} onrolebridge-verified={connected}></rolebridge-wizard>
`

/** A page and a page in React, with the declarations of the element. */
export function compilePages(folder: string): void {
  const options = { noEmit: true, skipLibCheck: false, types: [] }
  writeFiles(folder, { 'page.ts': page, 'react.tsx': react, 'tsconfig.json': strictConfig(options, ['page.ts', 'react.tsx']) })
  runIn(folder, 'npx', 'tsc', '-p', '.')
}

const bundled = { noEmit: true, skipLibCheck: true, types: [], module: 'ESNext', moduleResolution: 'bundler' }

function expectRejected(what: string, compile: () => void): void {
  try {
    compile()
  } catch {
    return
  }
  throw new Error(`${what} is not rejected`)
}

/** Compiles a component whose theme is right, and one whose theme must not compile. */
function compileComponent(folder: string, file: string, component: string, compile: () => void): void {
  writeFiles(folder, { [file]: component.replace('CHOSEN', 'dark') })
  compile()
  writeFiles(folder, { [file]: component.replace('CHOSEN', 'pink') })
  expectRejected(`A wrong theme in ${file}`, compile)
}

export function compileVue(folder: string): void {
  writeFiles(folder, { 'script.ts': vueScript, 'tsconfig.json': strictConfig(bundled, ['script.ts', 'Connect.vue']) })
  compileComponent(folder, 'Connect.vue', vueComponent, () => runIn(folder, 'npx', 'vue-tsc', '-p', '.'))
}

export function compileSvelte(folder: string): void {
  writeFiles(folder, { 'tsconfig.json': strictConfig({ ...bundled, verbatimModuleSyntax: true }, ['Connect.svelte']) })
  const words = ['svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings']
  compileComponent(folder, 'Connect.svelte', svelteComponent, () => runIn(folder, 'npx', ...words))
}

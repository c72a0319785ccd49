import { availableParallelism } from 'node:os'
import devServer from '@hono/vite-dev-server'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { iamData, inlineStyles, offlineFiles, oneFile, pinnedEmbed, productionPackages, slimMonaco, withoutEditor } from './vite-plugins.ts'

/** Files of these names run programs, engines, or many cases, and take half a minute each. */
const isLong = /[.-](cli|engine|differential|matrix)\.test\.ts$/

/** Starts the longest files first, because one that starts last runs alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => (isLong.test(moduleId) ? 0 : 1)
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other))
  }
}

/** In development the server answers these paths, and Vite all others. */
const notOfTheServer =
  /^(?!\/(api(\/|$)|vendor\.json(\?|$)|healthz$|readyz$|metrics$|\.well-known\/|simulated-aws(\/|$)|docs\/problems$|oembed(\?|$)))/

/** Vite prefers a file in `public` to the server's route, unless the URL has a query. */
const servedVendor: Plugin = {
  name: 'served-vendor',
  configureServer: ({ middlewares }) => {
    middlewares.use((request, _response, next) => {
      if (request.url === '/vendor.json') request.url = '/vendor.json?served'
      next()
    })
  },
}

const server = {
  outDir: 'dist/server',
  ssr: true,
  copyPublicDir: false,
  target: 'node20',
  // In the folder of the entries: the server finds the client by the place of its own file.
  rolldownOptions: {
    input: ['src/server/main.ts', 'src/server/lambda.ts'],
    // Smaller to install. Functions keep their names, for the stack of an error.
    output: {
      chunkFileNames: '[name]-[hash].js',
      minify: { compress: true, mangle: { toplevel: false, keepNames: true }, codegen: { removeWhitespace: true } },
    },
  },
}

/** The client of the vendor API, for back ends. It has no dependency but the AWS SDK that they have. */
const apiClient = {
  ...server,
  outDir: 'dist/api-client',
  rolldownOptions: {
    input: ['client', 'credentials', 'verify-webhook'].map((name) => `src/client/${name}.ts`),
    output: { chunkFileNames: '[name]-[hash].js' },
  },
}

/** The server needs no package but libsql, which is a native module. Without the rest, installing takes seconds and a start less than one. */
const serverPackages = { noExternal: true as const, external: ['libsql'] }
const apiClientPackages = { noExternal: true as const, external: ['@aws-sdk/client-sts'] }
const ssrOf = (mode: string) =>
  mode === 'api-client' ? { build: apiClient, ssr: apiClientPackages } : { build: server, ssr: serverPackages }

/**
 * Chunks off the main path: screens, and translations of later screens. They fetch what they need when they open, so that the first
 * file need not name it.
 */
const secondaryChunks =
  /start-demo|simulated-console|artifact-view|receipt-screen|explained|many-step|\/(findings|handoff|many|demo|later)-[\w-]{8}\.js/

const preloaded = (file: string, dependencies: string[]): string[] =>
  secondaryChunks.test(file) ? dependencies.filter((dependency) => dependency.endsWith('.css')) : dependencies

const client = {
  outDir: 'dist/client',
  target: 'es2022',
  // Older targets would have `light-dark()` rewritten, which then ignores a theme set on a nested element.
  cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
  modulePreload: { polyfill: false, resolveDependencies: preloaded },
  chunkSizeWarningLimit: 4000,
  rolldownOptions: {
    // One file for everything that the first screen needs, one for asking the server, one for the rest of what Continue needs, and one
    // for the preview of the role. Without these groups each of them would take a dozen requests.
    output: {
      codeSplitting: {
        groups: [
          { name: 'main', test: /src\/main\.tsx$|rolldown\/runtime/, priority: 2 },
          { name: 'request', test: /(api\/(request|session)|launch\/exchange|account\/prefill|text\/sha256)\.ts$/, priority: 1 },
          { name: 'continue', test: /account\/account-continue\.ts$/ },
          { name: 'preview', test: /account\/role-preview\.tsx$/ },
        ],
      },
    },
  },
}

/** Scripts of a stable name, for pages of others: for a script tag, and for `type="module"` and imports. Go into the folder of the client after it. */
const embed = (input: string, format: 'iife' | 'es', name = input) => ({
  outDir: 'dist/client',
  emptyOutDir: false,
  copyPublicDir: false,
  target: 'es2022',
  modulePreload: false as const,
  rolldownOptions: { input: `src/embed/${input}.ts`, output: { format, entryFileNames: `${name}.js` } },
})

/** One page that opens from disk. */
const demoFile = {
  outDir: 'dist',
  emptyOutDir: false,
  copyPublicDir: false,
  target: 'es2022',
  cssTarget: client.cssTarget,
  cssCodeSplit: false,
  modulePreload: false,
  chunkSizeWarningLimit: 4000,
  rolldownOptions: { output: { codeSplitting: false } },
} as const

function clientBuild(mode: string) {
  if (mode === 'embed') return embed('embed', 'iife')
  if (mode === 'embed-module') return embed('embed-module', 'es')
  if (mode === 'embed-package') return { ...embed('embed-package', 'es', 'index'), outDir: 'dist/embed-package', emptyOutDir: true }
  return mode === 'demo-file' ? demoFile : client
}
const stylesOf = (mode: string) =>
  mode === 'demo-file'
    ? [withoutEditor(), oneFile('rolebridge-demo.html')]
    : [inlineStyles(), ...(mode.startsWith('embed') ? [] : [offlineFiles()])]

export default defineConfig(({ isSsrBuild, mode }) => ({
  plugins: [
    iamData,
    react(),
    slimMonaco(),
    isSsrBuild ? [withoutEditor(), productionPackages] : stylesOf(mode),
    ...(mode === 'embed' ? [pinnedEmbed()] : []),
    ...(mode === 'test' || isSsrBuild
      ? []
      : [servedVendor, devServer({ entry: 'src/server/dev.ts', export: 'app', exclude: [notOfTheServer] })]),
  ],
  // Relative, so that one build serves from any path.
  base: './',
  // Tests of the worker example find the client by its name in the package.
  ...(mode === 'test' ? { resolve: { tsconfigPaths: true } } : {}),
  ...(isSsrBuild ? ssrOf(mode) : { build: clientBuild(mode) }),
  server: { port: Number(process.env['PORT'] ?? 4173), strictPort: true },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'tools/**/*.test.ts'],
    environment: 'node',
    setupFiles: ['vitest.setup.ts'],
    globalSetup: ['tools/outside-tools.ts'],
    // It ends what hangs. A busy machine is slow, not wrong.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Importing the same modules again for each file took half of the time. A test restores whatever it changes globally.
    isolate: false,
    // More than Vitest uses on two cores, because many tests only wait for Terraform, engines, and servers.
    maxWorkers: Math.max(3, availableParallelism() - 1),
    sequence: { sequencer: LongestFirst },
  },
}))

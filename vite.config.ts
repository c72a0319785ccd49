import devServer from '@hono/vite-dev-server'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { slimMonaco } from './vite-monaco.ts'

/** What the server answers in development; everything else is Vite's. */
const serverRoutes = /^\/(api(\/|$)|vendor\.json$|healthz$|readyz$|simulated-aws(\/|$)|docs\/)/

export default defineConfig(({ isSsrBuild, mode }) => ({
  plugins: [
    react(),
    slimMonaco(),
    ...(mode === 'test' || isSsrBuild ? [] : [devServer({ entry: 'src/server/dev.ts', exclude: [new RegExp(`^(?!${serverRoutes.source.slice(1)})`)] })]),
  ],
  build: isSsrBuild
    ? { outDir: 'dist/server', ssr: 'src/server/main.ts', copyPublicDir: false, target: 'node20' }
    : { outDir: 'dist/client', target: 'es2022' },
  server: { port: Number(process.env['PORT'] ?? 4173), strictPort: true },
  test: { include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'], environment: 'node' },
}))

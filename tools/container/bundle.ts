import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import * as z from 'zod/mini'
import { versionOf } from '#tools/release/versions.ts'

const root = resolve(import.meta.dirname, '../..')

const Names = z.record(z.string(), z.string())
const Package = z.object({ dependencies: z._default(Names, {}), optionalDependencies: z._default(Names, {}) })

/** Loads a library of the platform, so it can't be part of a file. */
const native = 'libsql'

/** Never loaded by the server: the editor in the page, and optional parts of the SDK and of pg. */
const unused = [/^monaco-editor/, '@aws-sdk/signature-v4-crt', 'pg-native']

const packageFolder = (name: string): string => join(root, 'node_modules', name)

/** A package, with its dependencies that are installed. Debian has glibc, so the library for musl is left out. */
function withDependencies(name: string): readonly string[] {
  if (!existsSync(packageFolder(name)) || name.endsWith('-musl')) return []
  const { dependencies, optionalDependencies } = Package.parse(JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')))
  return [name, ...Object.keys({ ...dependencies, ...optionalDependencies }).flatMap(withDependencies)]
}

/** One folder with the server, the page, and the function, which needs no node_modules but the native ones. */
export async function bundle(folder: string, vendorFile: string | null): Promise<void> {
  if (!existsSync(join(root, 'dist/server/main.js'))) throw new Error('There is no build. Run npm run build first.')
  rmSync(folder, { recursive: true, force: true })
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: [native] },
    build: {
      ssr: true,
      outDir: join(folder, 'server'),
      target: 'node20',
      rolldownOptions: {
        input: ['main', 'lambda'].map((name) => join(root, `dist/server/${name}.js`)),
        external: unused,
        // React marks files that run in browsers, which means nothing to a server.
        onwarn: (warning, warn) => void (warning.code === 'MODULE_LEVEL_DIRECTIVE' || warn(warning)),
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  cpSync(join(root, 'dist/client'), join(folder, 'client'), { recursive: true })
  for (const name of withDependencies(native))
    cpSync(packageFolder(name), join(folder, 'node_modules', name), { recursive: true, dereference: true })
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  const manifest = { name: 'rolebridge-server', version: versionOf(root), private: true, type: 'module' }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest)}\n`)
  if (vendorFile !== null) cpSync(vendorFile, join(folder, 'vendor.json'))
}

if (process.argv[1] === import.meta.filename) {
  const [folder = join(root, 'dist/bundle'), vendorFile = null] = process.argv.slice(2)
  await bundle(resolve(folder), vendorFile)
  process.stdout.write(`${resolve(folder)}\n`)
}

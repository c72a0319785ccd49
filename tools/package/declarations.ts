import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

const root = join(import.meta.dirname, '../..')
const target = join(root, 'dist/api-client/types')
const zod = join(root, 'node_modules/zod')

/** The modules of the client that a back end imports, as package.json exports them. */
const entries = ['client', 'credentials', 'verify-webhook']

/** Declarations of everything that the client reaches in the source. */
function emitted(folder: string): string {
  const out = join(folder, 'out')
  const compilerOptions = { noEmit: false, declaration: true, emitDeclarationOnly: true, outDir: out, rootDir: join(root, 'src') }
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { ...compilerOptions, types: ['node'], typeRoots: [join(root, 'node_modules/@types')] },
    include: [],
    files: entries.map((entry) => join(root, `src/client/${entry}.ts`)),
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { stdio: 'inherit' })
  return out
}

/** The schemas' types are zod's, whose declarations come along: the client needs no package. */
function declarationOf(specifier: string, from: string, out: string): string | null {
  if (specifier === 'zod/mini') return join(zod, 'mini/index.d.ts')
  const path = specifier.startsWith('#') ? join(out, specifier.slice(1)) : join(dirname(from), specifier)
  return specifier.startsWith('#') || specifier.startsWith('.') ? path.replace(/\.[jt]s$/, '.d.ts') : null
}

const placeOf = (path: string, out: string): string =>
  path.startsWith(zod) ? join(target, 'zod', relative(zod, path)) : join(target, relative(out, path))

/** In the form that Node.js resolves: relative, with the ending of the module. */
function relativeSpecifier(from: string, to: string): string {
  const path = relative(dirname(from), to).replace(/\.d\.ts$/, '.js')
  return path.startsWith('.') ? path : `./${path}`
}

/** In `import … from '…'`, `export … from '…'`, and the type `import('…')`. */
const specifiers = /(?<=\bfrom |\bimport |\bimport\()(["'])([^"']+)\1/g

/** Copies a declaration with its imports made relative. Answers with the declarations that it imports. */
function copy(path: string, out: string): readonly string[] {
  const place = placeOf(path, out)
  const imported: string[] = []
  const text = readFileSync(path, 'utf8').replace(specifiers, (quoted, quote: string, specifier: string) => {
    const declaration = declarationOf(specifier, path, out)
    if (declaration === null) return quoted
    imported.push(declaration)
    return quote + relativeSpecifier(place, placeOf(declaration, out)) + quote
  })
  mkdirSync(dirname(place), { recursive: true })
  writeFileSync(place, text)
  return imported
}

/** Writes the types of `rolebridge/client`. */
function writeDeclarations(): void {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-declarations-'))
  const out = emitted(folder)
  const done = new Set<string>()
  const open = entries.map((entry) => join(out, `client/${entry}.d.ts`))
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (done.has(path)) continue
    done.add(path)
    open.push(...copy(path, out))
  }
  rmSync(folder, { recursive: true })
}

writeDeclarations()

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

const root = join(import.meta.dirname, '../..')
const folder = join(root, 'dist/embed-package')

/** Each has the types of the element in the templates of the framework, and defines the element. */
const frameworks = ['react', 'vue', 'svelte'] as const

const Manifest = z.object({ version: z.string(), license: z.string() })

function manifest(): object {
  const { version, license } = Manifest.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  const entry = (name: string) => ({ types: `./${name}.d.ts`, default: `./${name}.js` })
  return {
    name: '@rolebridge/embed',
    version,
    description: 'The element <rolebridge-wizard>, which shows a Rolebridge wizard in any page.',
    license,
    type: 'module',
    sideEffects: true,
    exports: {
      '.': entry('index'),
      ...Object.fromEntries(frameworks.map((name) => [`./${name}`, entry(name)])),
      './package.json': './package.json',
    },
    files: ['*.js', '*.d.ts'],
    peerDependencies: { react: '>=19', svelte: '>=5', vue: '>=3.4' },
    peerDependenciesMeta: Object.fromEntries(frameworks.map((name) => [name, { optional: true }])),
  }
}

/** The wizard's server has the same types, in a folder without package.json. */
function typesOf(name: string): string {
  const text = readFileSync(join(root, `public/types/${name}.d.ts`), 'utf8').replace("from './embed'", "from './index.js'")
  return name === 'embed' ? text : `import './index.js'\n${text}`
}

function writeEmbedPackage(): void {
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text)
  write('package.json', `${JSON.stringify(manifest(), null, 2)}\n`)
  write('index.d.ts', typesOf('embed'))
  for (const name of frameworks) {
    write(`${name}.d.ts`, typesOf(name))
    write(`${name}.js`, "import './index.js'\n")
  }
  copyFileSync(join(root, 'LICENSE'), join(folder, 'LICENSE'))
  copyFileSync(join(root, 'tools/package/embed-readme.md'), join(folder, 'README.md'))
}

writeEmbedPackage()

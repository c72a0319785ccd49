import { mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { bytesIn, packed, project, runIn } from '#tools/package/packing.ts'
import { type Asset, missing, otherVersion, tooLarge } from './asset.ts'

const root = join(import.meta.dirname, '../..')

const filesOf = (tarball: string): readonly string[] =>
  runIn(dirname(tarball), 'tar', 'tzf', tarball)
    .trim()
    .split('\n')
    .map((path) => path.replace(/^package\//, ''))

const Manifest = z.object({ version: z.string() })

const manifestVersion = (tarball: string): string =>
  Manifest.parse(JSON.parse(runIn(dirname(tarball), 'tar', 'xzOf', tarball, 'package/package.json'))).version

/** The folder is built already. */
const pack = (path: string, folder: string): void =>
  renameSync(packed(root, dirname(path), '--ignore-scripts', ...(folder === root ? [] : [folder])), path)

/** Installs the tarball in an empty folder, and starts the program. */
function installedFaults(tarball: string, version: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-release-'))
  try {
    project(folder, tarball)
    const said = runIn(folder, 'npx', '--no-install', 'rolebridge', '--version').trim()
    return [
      ...otherVersion('The installed program', said, version),
      ...tooLarge('The installation', bytesIn(join(folder, 'node_modules')), 40),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const inProgram = [
  'LICENSE',
  'README.md',
  'CHANGELOG.md',
  'dist/client/third-party-notices.txt',
  'dist/sbom.cdx.json',
  'dist/rolebridge-demo.html',
]

export const programPackage: Asset = {
  file: (version) => `rolebridge-${version}.tgz`,
  make: (path) => pack(path, root),
  faults: (path, version) => [
    ...tooLarge('The package', statSync(path).size, 5),
    ...missing('The package', filesOf(path), inProgram),
    ...otherVersion('The package', manifestVersion(path), version),
    ...installedFaults(path, version),
  ],
}

const inEmbed = ['index', 'react', 'vue', 'svelte'].flatMap((name) => [`${name}.js`, `${name}.d.ts`])

export const embedPackage: Asset = {
  file: (version) => `rolebridge-embed-${version}.tgz`,
  make: (path) => pack(path, './dist/embed-package'),
  faults: (path, version) => [
    ...missing('The package of the element', filesOf(path), ['LICENSE', 'README.md', ...inEmbed]),
    ...otherVersion('The package of the element', manifestVersion(path), version),
  ],
}

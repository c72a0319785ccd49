import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** npm run passes the settings of this project on, which a project of someone else does not have. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^npm_|^ROLEBRIDGE_|^AWS_|^NODE_ENV$|^INIT_CWD$/.test(name)),
)

export function runIn(folder: string, program: string, ...words: readonly string[]): string {
  return execFileSync(program, words, { cwd: folder, env: environment, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
}

export const npm = (folder: string, ...words: readonly string[]): string =>
  runIn(folder, 'npm', ...words, '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error')

/** The files that a clone would have, changes included, with the packages that are installed here. */
function clone(folder: string): void {
  const files = runIn(root, 'git', 'ls-files', '-z', '--cached', '--others', '--exclude-standard').split('\0')
  for (const file of files.filter((each) => each !== '' && statSync(join(root, each), { throwIfNoEntry: false })?.isFile())) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
}

/** Packs what is in the source into a tarball in the target. */
export function packed(source: string, target: string, ...words: readonly string[]): string {
  const before = new Set(readdirSync(target))
  npm(source, 'pack', '--pack-destination', target, ...words)
  const name = readdirSync(target).find((each) => each.endsWith('.tgz') && !before.has(each))
  if (name === undefined) throw new Error('npm pack has written no tarball')
  return join(target, name)
}

export type Tarballs = { readonly program: string; readonly embed: string }

/** Builds and packs both packages from a folder that has nothing built. */
export function pack(folder: string): Tarballs {
  clone(folder)
  return { program: packed(folder, folder), embed: packed(folder, folder, './dist/embed-package') }
}

/** An empty project with the packages, outside of the repository. */
export function project(folder: string, ...packages: readonly string[]): string {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'project', private: true, type: 'module' }))
  npm(folder, 'install', ...packages)
  return folder
}

export function bytesIn(path: string): number {
  const found = statSync(path)
  if (!found.isDirectory()) return found.size
  return readdirSync(path).reduce((sum, name) => sum + bytesIn(join(path, name)), 0)
}

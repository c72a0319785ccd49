import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'

const Manifest = z.object({ version: z.string() })
const Lock = z.object({ version: z.string(), packages: z.object({ '': Manifest }) })

const json = (root: string, file: string): unknown => JSON.parse(readFileSync(join(root, file), 'utf8'))

/** The version of everything is the one of package.json. */
export const versionOf = (root: string): string => Manifest.parse(json(root, 'package.json')).version

/** A version of ours, after what names us: `rolebridge-0.2.0.zip`, `rolebridge@0.2.0`, `"rolebridge": "^0.2.0"`, `newTag: 0.2.0`, `/embed/0.2.0-…`. */
const named = /(?:\brolebridge(?:-embed|\/embed)?(?:[-:@]|": "[\^~]?)|\bnewTag: |\/embed\/)v?(\d+\.\d+\.\d+)\b/g

export type NamedVersion = { readonly place: string; readonly version: string }

export const versionsIn = (text: string, file: string): readonly NamedVersion[] =>
  text
    .split('\n')
    .flatMap((line, index) => [...line.matchAll(named)].map(([, version = '']) => ({ place: `${file}:${index + 1}`, version })))

/** Files that people copy from. The history and the decisions name the versions of their day. */
const copiedFrom = ['README.md', 'CONTRIBUTING.md', 'deploy', 'docs', 'examples', ':!docs/decisions', ':!*.png', ':!*.svg']

/** Every place that names a version of ours, besides package.json. */
export function namedVersions(root: string): readonly NamedVersion[] {
  const files = execFileSync('git', ['ls-files', '-z', '--', ...copiedFrom], { cwd: root, encoding: 'utf8' }).split('\0')
  const lock = Lock.parse(json(root, 'package-lock.json'))
  return [
    { place: 'package-lock.json', version: lock.version },
    { place: 'package-lock.json, packages', version: lock.packages[''].version },
    ...files.filter((file) => file !== '').flatMap((file) => versionsIn(readFileSync(join(root, file), 'utf8'), file)),
  ]
}

/** A sentence for each place that names another version. */
export const versionFaults = (root: string): readonly string[] =>
  namedVersions(root)
    .filter(({ version }) => version !== versionOf(root))
    .map(({ place, version }) => `${place} names ${version}, and package.json ${versionOf(root)}`)

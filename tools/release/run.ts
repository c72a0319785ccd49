import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { sayLoudly } from '#tools/installation.ts'
import { npm } from '#tools/package/packing.ts'
import { type Asset, sumsFile, writeSums } from './asset.ts'
import { imageFile, makeImage } from './image.ts'
import { embedPackage, programPackage } from './packages.ts'
import { changes, demoFile, docsSite, notices, releaseNotes, softwareBill, staticDemo } from './pages.ts'
import { versionFaults, versionOf } from './versions.ts'

const root = join(import.meta.dirname, '../..')
const target = join(root, 'dist/release')
const say = (text: string): void => console.log(text)

const assets: readonly Asset[] = [programPackage, embedPackage, docsSite, demoFile, staticDemo, softwareBill, notices, changes]

/** Before minutes of building: what a release of this version can't have. */
function sourceFaults(version: string): readonly string[] {
  const notes = releaseNotes(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version)
  if (notes.kind === 'notes' && notes.day === null)
    sayLoudly(`CHANGELOG.md has no day for ${version} yet. The heading of a release is: ## ${version} (2026-12-31)`)
  const changed = execFileSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' })
  if (changed !== '') sayLoudly(`These files differ from the last commit, and the release has them as they are:\n${changed.trimEnd()}`)
  return [...versionFaults(root), ...(notes.kind === 'missing' ? [`CHANGELOG.md has no section ## ${version}`] : [])]
}

function buildEverything(): void {
  for (const script of ['build:package', 'docs:pages']) {
    say(`npm run ${script} …`)
    npm(root, 'run', '-s', script)
  }
}

function report(path: string, file: string, faults: readonly string[]): void {
  const size = (statSync(path).size / 1_000_000).toFixed(1).padStart(6)
  say(`${faults.length === 0 ? 'checked' : 'FAULTY '}  ${size} MB  ${file}`)
}

function made(asset: Asset, version: string): readonly string[] {
  const path = join(target, asset.file(version))
  asset.make(path, version)
  const faults = asset.faults(path, version)
  report(path, asset.file(version), faults)
  return faults
}

function imageFaults(version: string): readonly string[] {
  if (process.argv.includes('--no-container')) {
    sayLoudly('NOT BUILT: the container image, because of --no-container')
    return []
  }
  say('Building and running the container image …')
  const path = join(target, imageFile(version))
  const result = makeImage(path, version)
  if (result.kind === 'built') {
    report(path, imageFile(version), result.faults)
    return result.faults
  }
  sayLoudly(`NOT BUILT: the container image. Missing: ${result.programs.join(', ')}`)
  return ['There is no container image. To release without it: npm run release -- --no-container']
}

function release(version: string): readonly string[] {
  const faults = sourceFaults(version)
  if (faults.length > 0) return faults
  rmSync(target, { recursive: true, force: true })
  buildEverything()
  mkdirSync(target, { recursive: true })
  const found = [...assets.flatMap((asset) => made(asset, version)), ...imageFaults(version)]
  if (found.length === 0) writeSums(target)
  return found
}

const version = versionOf(root)
const faults = release(version)
for (const fault of faults) console.error(fault)
if (faults.length > 0) process.exitCode = 1
else say(`Rolebridge ${version} is in dist/release, with its sums in ${sumsFile}.`)

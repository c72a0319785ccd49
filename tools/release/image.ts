import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { strict } from '#tools/container/containers.ts'
import { type ContainerEngine, containerEngine, missingPrograms } from '#tools/container/engine.ts'
import { localBase } from '#tools/container/local-base.ts'
import { documentedCommand } from '#tools/deploy/documented-commands.ts'
import { otherVersion, tooLarge } from './asset.ts'

const root = join(import.meta.dirname, '../..')
const base = 'rolebridge-base'

export const imageFile = (version: string): string => `rolebridge-${version}-container.tar.gz`

function build(engine: ContainerEngine, folder: string, version: string): void {
  const baseFolder = join(folder, 'base')
  mkdirSync(baseFolder)
  localBase(engine, baseFolder, base)
  const options = ['--build-arg', `BASE=${base}`, '--label', `org.opencontainers.image.version=${version}`]
  engine.build(root, ...options, ...documentedCommand('docker build').split(' ').slice(2))
}

/** For `docker load` and `podman load`, under the name of the documentation and the version. */
function save(engine: ContainerEngine, folder: string, path: string, version: string): void {
  const archive = join(folder, 'image.tar')
  engine.podman('push', '--quiet', 'rolebridge', `docker-archive:${archive}:rolebridge:${version}`)
  writeFileSync(path, gzipSync(readFileSync(archive)))
}

function faults(engine: ContainerEngine, version: string): readonly string[] {
  const said = engine.podman('run', '--rm', ...strict, '--read-only', '--cap-drop', 'all', 'rolebridge', '--version')
  return [...otherVersion('The program in the image', said, version), ...tooLarge('The image', engine.imageBytes('rolebridge'), 150)]
}

export type ImageResult =
  | { readonly kind: 'built'; readonly faults: readonly string[] }
  | { readonly kind: 'programs-missing'; readonly programs: readonly string[] }

/** Builds deploy/Containerfile, runs it, and saves it in the file. */
export function makeImage(path: string, version: string): ImageResult {
  const programs = missingPrograms()
  if (programs.length > 0) return { kind: 'programs-missing', programs }
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-release-'))
  try {
    const engine = containerEngine(folder)
    build(engine, folder, version)
    save(engine, folder, path, version)
    return { kind: 'built', faults: faults(engine, version) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

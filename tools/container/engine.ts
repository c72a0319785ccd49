import { execFileSync, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { install, ofDistribution, onPath, type Program } from '#tools/installation.ts'

const program = (name: string): Program => ({ name, find: () => onPath(name), installations: [ofDistribution(name)] })

/** Programs that the test needs, and that could not be installed. */
export const missingPrograms = (): readonly string[] =>
  ['buildah', 'podman', 'runc', 'mmdebstrap'].flatMap((name) => (install(program(name)) === null ? [name] : []))

export type ContainerState = { readonly status: string; readonly exitCode: number }

const Inspected = z.tuple([z.object({ State: z.object({ Status: z.string(), ExitCode: z.int() }) })])

export type ContainerEngine = ReturnType<typeof containerEngine>

/** Images and containers of their own in the folder, which commands run in, so that nothing else on this machine is touched. */
export function containerEngine(folder: string) {
  const inFolder = { cwd: folder, encoding: 'utf8' as const }
  // The driver works without overlay file systems, which many build machines deny.
  const storage = ['--root', join(folder, 'storage'), '--runroot', join(folder, 'run'), '--storage-driver', 'vfs']

  /** Everything that it printed, also on standard error. */
  function outcome(...words: readonly string[]): { readonly status: number | null; readonly output: string } {
    const { status, stdout, stderr } = spawnSync('podman', [...storage, ...words], inFolder)
    return { status, output: `${stdout}${stderr}`.trim() }
  }

  /** Null if it failed. */
  function tryPodman(...words: readonly string[]): string | null {
    const { status, output } = outcome(...words)
    return status === 0 ? output : null
  }

  const podman = (...words: readonly string[]): string =>
    execFileSync('podman', [...storage, ...words], { ...inFolder, stdio: ['ignore', 'pipe', 'inherit'] }).trim()

  return {
    podman,
    outcome,
    tryPodman,
    /** `docker build` with these words. In Docker's format, because the other one has no health check. */
    build: (context: string, ...words: readonly string[]): void => {
      const options = ['--isolation', 'chroot', '--format', 'docker', '--pull-never']
      execFileSync('buildah', [...storage, 'bud', ...options, ...words], { cwd: context, stdio: ['ignore', 'inherit', 'inherit'] })
    },
    imageBytes: (name: string): number => Number(podman('image', 'inspect', '--format', '{{.Size}}', name)),
    stateOf: (container: string): ContainerState => {
      const [{ State }] = Inspected.parse(JSON.parse(podman('inspect', container)))
      return { status: State.Status, exitCode: State.ExitCode }
    },
  }
}

import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { onPath } from './installation.ts'

/** Bash itself connects, so that a command takes no process that is slow to start. */
const client = (port: string) => `#!/usr/bin/env bash
exec 3<>/dev/tcp/127.0.0.1/${port}
{ printf '%s\\0' "$PWD" "$#" "$@"; env -0; printf '\\0'; } >&3
read -r status output errors <&3 || exit 1
head -c "$output" <&3
head -c "$errors" <&3 >&2
exit "$status"
`

const environment = { PATH: process.env['PATH'], HOME: '/nonexistent' }

/** Null if Python can't load the AWS CLI, as where it is one program that brings its own Python. */
async function startServer() {
  const child = spawn('python3', [join(import.meta.dirname, 'aws-cli-server.py')], {
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const port = await new Promise<string | null>((resume) => {
    child.stdout.once('data', (data: Buffer) => resume(String(data).trim()))
    child.once('error', () => resume(null))
    child.once('close', () => resume(null))
  })
  return port === null ? null : { port, stop: () => child.kill() }
}

const version = (path: string | undefined): string =>
  execFileSync('aws', ['--version'], { env: { ...environment, PATH: path }, encoding: 'utf8' }).trim()

/**
 * A PATH whose `aws` is the installed AWS CLI, already started. To start it takes three times as long as to run most commands. Falls
 * back to the PATH as it is.
 */
export async function pathOfStartedAwsCli() {
  const path = process.env['PATH']
  const unchanged = { path, stop: () => undefined }
  const server = onPath('aws') === null ? null : await startServer()
  if (server === null) return unchanged
  const folder = mkdtempSync(join(tmpdir(), 'rolebridge-aws-'))
  const stop = () => {
    server.stop()
    rmSync(folder, { recursive: true })
  }
  writeFileSync(join(folder, 'aws'), client(server.port), { mode: 0o755 })
  const started = { path: `${folder}${delimiter}${path}`, stop }
  // The Python on the PATH can have another AWS CLI than the one on the PATH.
  if (version(started.path) === version(path)) return started
  stop()
  return unchanged
}

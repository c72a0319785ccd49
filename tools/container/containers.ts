import { until } from '#tools/engines.ts'

export const say = (text: string) => process.stdout.write(`${text}\n`)

export const isReady = (url: string): Promise<void> => until(async () => (await fetch(`${url}/readyz`)).ok, `${url}/readyz`)

/** Stricter than the documented commands. `--read-only-tmpfs=false`: podman alone would make /tmp writable. */
export const strict = [
  ...['--runtime', 'runc', '--network', 'host', '--read-only-tmpfs=false'],
  ...['--ulimit', 'nofile=1024:1024', '--ulimit', 'nproc=1024:1024'],
]

export const variables = (environment: Readonly<Record<string, string>>) =>
  Object.entries(environment).flatMap(([key, value]) => ['--env', `${key}=${value}`])

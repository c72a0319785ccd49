import assert from 'node:assert/strict'
import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import { documentedSecret } from '#tools/deploy/documented-commands.ts'
import { freePort, isPostgresInstalled, startPostgres } from '#tools/engines.ts'
import { notTested } from '#tools/installation.ts'
import { isReady, say, strict, variables } from './containers.ts'
import type { ContainerEngine } from './engine.ts'
import { connect, environmentOf, simulatedAws, vendorConfig } from './journey.ts'

const Workload = z.object({
  spec: z.object({
    template: z.object({
      spec: z.object({
        securityContext: z.object({ runAsUser: z.int(), runAsGroup: z.int() }),
        containers: z.tuple([
          z.object({ args: z._default(z.array(z.string()), []), env: z.array(z.object({ name: z.string(), value: z.string() })) }),
        ]),
      }),
    }),
  }),
})

/** User, variables, and arguments of the pods of a manifest. */
function podOf(manifest: string) {
  const text = readFileSync(join(import.meta.dirname, `../../deploy/kubernetes/${manifest}.yaml`), 'utf8')
  const { securityContext, containers } = Workload.parse(parse(text)).spec.template.spec
  const [{ args, env }] = containers
  const environment = Object.fromEntries(env.map(({ name, value }) => [name, value]))
  return { user: `${securityContext.runAsUser}:${securityContext.runAsGroup}`, environment, args }
}

/** Files as Kubernetes mounts a secret with defaultMode 0440 and fsGroup. */
function mountedSecrets(folder: string, registry: string): string {
  const { sessionSecret, receiptKey } = documentedSecret()
  const place = join(folder, 'secrets')
  mkdirSync(place)
  for (const [name, text] of Object.entries({ registry, 'session-secret': sessionSecret, 'receipt-key': receiptKey })) {
    writeFileSync(join(place, name), text)
    chownSync(join(place, name), 0, 65_532)
    chmodSync(join(place, name), 0o440)
  }
  return place
}

/** The job and two copies of the deployment, without a cluster: their variables, secrets, and user, over one PostgreSQL. */
export async function tryManifests(engine: ContainerEngine, folder: string): Promise<void> {
  if (!isPostgresInstalled()) return notTested('the Kubernetes manifests with PostgreSQL, which is not installed')
  const [aws, postgres] = [await simulatedAws(), await startPostgres()]
  const names = ['rolebridge-one', 'rolebridge-two']
  try {
    const vendor = join(folder, 'vendor.json')
    writeFileSync(vendor, JSON.stringify(vendorConfig))
    const secrets = mountedSecrets(folder, postgres.url)
    const mounts = ['--volume', `${secrets}:/run/secrets/rolebridge:ro`, '--volume', `${vendor}:/etc/rolebridge/vendor.json:ro`]
    const options = [...strict, '--read-only', '--cap-drop', 'all', '--security-opt', 'no-new-privileges', ...mounts]
    const job = podOf('migrate')
    engine.podman('run', '--rm', ...options, '--user', job.user, ...variables(job.environment), 'rolebridge', ...job.args)
    const copy = podOf('deployment')
    const ports = await Promise.all(names.map(freePort))
    for (const [index, name] of names.entries()) {
      const environment = { ...copy.environment, ...environmentOf(aws), PORT: String(ports[index]) }
      engine.podman('run', '--detach', '--name', name, ...options, '--user', copy.user, ...variables(environment), 'rolebridge')
    }
    const [one = '', two = ''] = ports.map((port) => `http://127.0.0.1:${port}`)
    await Promise.all([isReady(one), isReady(two)])
    const { token, id, after } = await connect(one, aws)
    assert.equal(after.kind, 'verified')
    const same = await fetch(`${two}/api/connections/${id}`, { headers: { Authorization: `Bearer ${token}` } })
    assert.equal(same.status, 200, 'Both copies have the connection and the session secret')
    say('Two copies as in the Kubernetes manifests: migrated, ready, and they share the connection.')
  } catch (error) {
    for (const name of names) console.error(engine.tryPodman('logs', name))
    throw error
  } finally {
    for (const name of names) engine.tryPodman('rm', '--force', '--time', '0', name)
    await Promise.all([aws.stop(), postgres.stop()])
  }
}

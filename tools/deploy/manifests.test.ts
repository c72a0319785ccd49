import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import { readEnvironment } from '#server/config/environment.ts'
import { readNames } from '#server/config/environment-names.ts'
import { secretFileNames } from '#server/config/secret-files.ts'
import { Variables } from '#server/config/variables.ts'
import { documentedVariables } from './documented-commands.ts'

const known = [...Object.keys(Variables.shape), ...secretFileNames]

const folder = 'deploy/kubernetes'
const manifest = (name: string): unknown => parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'))

const Container = z.object({
  name: z.string(),
  image: z.string(),
  args: z._default(z.array(z.string()), []),
  env: z.array(z.object({ name: z.string(), value: z.string() })),
  securityContext: z.unknown(),
  resources: z.object({ requests: z.record(z.string(), z.string()), limits: z.record(z.string(), z.string()) }),
  livenessProbe: z.optional(z.object({ httpGet: z.object({ path: z.string(), port: z.string() }) })),
  readinessProbe: z.optional(z.object({ httpGet: z.object({ path: z.string(), port: z.string() }), periodSeconds: z.int() })),
  ports: z._default(z.array(z.object({ name: z.string(), containerPort: z.int() })), []),
  volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
})

const Pod = z.object({
  serviceAccountName: z.optional(z.string()),
  enableServiceLinks: z.boolean(),
  automountServiceAccountToken: z.boolean(),
  terminationGracePeriodSeconds: z.optional(z.int()),
  securityContext: z.unknown(),
  containers: z.tuple([Container]),
  volumes: z.array(z.object({ name: z.string() })),
})

const Workload = z.object({
  kind: z.string(),
  spec: z.object({
    replicas: z.optional(z.int()),
    template: z.object({ metadata: z.object({ labels: z.record(z.string(), z.string()) }), spec: Pod }),
  }),
})

const workloads = (['deployment', 'migrate'] as const).map((name) => [name, Workload.parse(manifest(name))] as const)

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted */
const restricted = {
  pod: { runAsNonRoot: true, runAsUser: 65_532, runAsGroup: 65_532, fsGroup: 65_532, seccompProfile: { type: 'RuntimeDefault' } },
  container: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
}

test.each(workloads)('the pods of %s are restricted, and Kubernetes adds no variables to them', (_, { spec }) => {
  const { securityContext, enableServiceLinks, automountServiceAccountToken, containers, volumes } = spec.template.spec
  const [container] = containers
  expect([securityContext, container.securityContext]).toEqual([restricted.pod, restricted.container])
  expect([enableServiceLinks, automountServiceAccountToken]).toEqual([false, false])
  expect([Object.keys(container.resources.requests), Object.keys(container.resources.limits)]).toEqual([['cpu', 'memory'], ['memory']])
  expect(container.volumeMounts.map(({ name }) => name)).toEqual(volumes.map(({ name }) => name))
})

test.each(workloads)('the server knows every variable of %s', (_, { spec }) => {
  const names = spec.template.spec.containers[0].env.map(({ name }) => name)
  expect(names.length).toBeGreaterThan(1)
  expect(readNames(names, known)).toEqual({ faults: [], warnings: [] })
  expect(names.filter((name) => !known.includes(name))).toEqual([])
})

test('two copies are asked for their health where they listen, and have time to stop', () => {
  const { spec } = Workload.parse(manifest('deployment'))
  const { containers, terminationGracePeriodSeconds } = spec.template.spec
  const [{ livenessProbe, readinessProbe, ports }] = containers
  expect([spec.replicas, terminationGracePeriodSeconds]).toEqual([2, 30])
  expect([livenessProbe?.httpGet, readinessProbe]).toEqual([
    { path: '/healthz', port: 'http' },
    { httpGet: { path: '/readyz', port: 'http' }, periodSeconds: 2 },
  ])
  expect(ports).toEqual([{ name: 'http', containerPort: Variables.shape.PORT.parse(undefined) }])
})

test('the kustomization has every manifest, and the service finds the pods', () => {
  const { resources } = z.object({ resources: z.array(z.string()) }).parse(manifest('kustomization'))
  expect(resources.toSorted()).toEqual(
    readdirSync(folder)
      .filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml')
      .toSorted(),
  )
  const { spec } = z.object({ spec: z.object({ selector: z.unknown() }) }).parse(manifest('service'))
  expect(spec.selector).toEqual(Workload.parse(manifest('deployment')).spec.template.metadata.labels)
})

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      environment: z.record(z.string(), z.string()),
      read_only: z.optional(z.boolean()),
      cap_drop: z.optional(z.array(z.string())),
    }),
  ),
})

/** Compose replaces `${NAME:?}` by the variable of deploy/.env. */
const composed = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\$\{(\w+):\?\}/g, (_, name: string) => values[name] ?? expect.unreachable(name))

test('the server reads the environment of Compose, with the documented file of secrets', () => {
  const { services } = Compose.parse(parse(readFileSync('deploy/compose.yaml', 'utf8'), { merge: true }))
  const values = documentedVariables()
  const variables = Object.entries(services['rolebridge']?.environment ?? {}).map(([name, value]) => [name, composed(value, values)])
  expect(variables.filter(([name]) => !known.includes(name ?? ''))).toEqual([])
  const reading = readEnvironment({ NODE_ENV: 'production', ...Object.fromEntries(variables) })
  expect(reading).toMatchObject({
    kind: 'settings',
    warnings: [],
    settings: { aws: 'live', origin: 'https://connect.example.com', trustedProxies: 1, registryUrl: expect.stringMatching(/^postgres:/) },
  })
  expect(['rolebridge', 'migrate'].map((name) => [services[name]?.read_only, services[name]?.cap_drop])).toEqual([
    [true, ['ALL']],
    [true, ['ALL']],
  ])
})

test('the image runs as a user of its own, with variables that the server knows, and has a health check', () => {
  const [image = ''] = readFileSync('deploy/Containerfile', 'utf8').split('FROM scratch\n').slice(1)
  const [, variables = ''] = /^ENV (.+)$/m.exec(image) ?? []
  const names = variables.split(' ').map((pair) => pair.split('=')[0] ?? '')
  expect(names.filter((name) => !known.includes(name))).toEqual([])
  expect([/^USER (.+)$/m.exec(image)?.[1], image.includes('HEALTHCHECK'), image.includes('/healthz')]).toEqual(['65532:65532', true, true])
})

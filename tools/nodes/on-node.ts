import { randomBytes } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { startInstalled } from '#tools/package/installed-server.ts'
import { tryCommands, verify } from '#tools/package/journey.ts'
import { project, runIn } from '#tools/package/packing.ts'

const modules = [
  'rolebridge/client',
  'rolebridge/client/credentials',
  'rolebridge/client/verify-webhook',
  '@rolebridge/embed',
  '@rolebridge/embed/react',
  '@rolebridge/embed/vue',
  '@rolebridge/embed/svelte',
] as const

/** Prints the version of Node and what each module exports. */
const asModules = `
const names = ${JSON.stringify(modules)}
const found = []
for (const name of names) found.push([name, Object.keys(await import(name)).sort()])
console.log(JSON.stringify({ version: process.version, found }))
`
const asCommonJs = `
const found = ${JSON.stringify(modules)}.map((name) => [name, Object.keys(require(name)).sort()])
console.log(JSON.stringify({ version: process.version, found }))
`

const Loaded = z.object({ version: z.string(), found: z.array(z.tuple([z.string(), z.array(z.string())])) })

/** Both ways give the same, without a warning: standard error of this run is shown. */
function loadModules(folder: string): void {
  writeFileSync(join(folder, 'load.mjs'), asModules)
  writeFileSync(join(folder, 'load.cjs'), asCommonJs)
  const [imported, required] = ['load.mjs', 'load.cjs'].map((file) => Loaded.parse(JSON.parse(runIn(folder, process.execPath, file))))
  if (imported?.version !== process.version) throw new Error(`The modules are loaded by Node ${imported?.version}`)
  if (JSON.stringify(imported) !== JSON.stringify(required))
    throw new Error(`import and require differ: ${JSON.stringify({ imported, required })}`)
  const client = imported.found.find(([name]) => name === 'rolebridge/client')?.[1] ?? []
  if (!client.includes('rolebridgeClient')) throw new Error(`rolebridge/client exports only ${client.join(', ')}`)
}

/** Installs, starts, and uses the packages, all with the Node that runs this file and is the first on the path. */
async function onThisNode(folder: string, program: string, embed: string, backEnd: string): Promise<void> {
  const app = project(join(folder, 'app'), program)
  const template = tryCommands(app)
  const secret = randomBytes(32).toString('base64url')
  const server = await startInstalled(app, secret)
  await verify(backEnd, server, secret, template)
  runIn(app, join(app, 'node_modules/.bin/rolebridge'), 'backup', 'copy.db')
  if (!existsSync(join(app, 'copy.db'))) throw new Error('libsql has written no backup')
  await server.stop()
  loadModules(project(join(folder, 'importing'), program, embed, '@aws-sdk/client-sts'))
}

const [folder = '', program = '', embed = '', backEnd = ''] = process.argv.slice(2)
await onThisNode(folder, program, embed, backEnd)

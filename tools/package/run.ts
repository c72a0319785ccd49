import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { compileBackEnd, compileWorker } from './consumers.ts'
import { compilePages, compileSvelte, compileVue } from './embedding-pages.ts'
import { startInstalled } from './installed-server.ts'
import { backEndPackages, tryCommands, verify } from './journey.ts'
import { lintPackages } from './linters.ts'
import { bytesIn, pack, project, type Tarballs } from './packing.ts'

const megabyte = 1_000_000
const budgets = { tarball: 5 * megabyte, installed: 40 * megabyte, startMs: 1500 } as const

type Row = { readonly what: string; readonly value: string; readonly isMet: boolean }

const sizeRow = (what: string, bytes: number, most: number): Row => ({
  what: `${what}, at most ${most / megabyte} MB`,
  value: `${(bytes / megabyte).toFixed(1)} MB`,
  isMet: bytes <= most,
})

/** The load says how many other processes wanted the processors. */
function startRow(starts: readonly { readonly ms: number; readonly processorMs: number | null }[]): Row {
  const fastest = starts.toSorted((one, other) => one.ms - other.ms)[0] ?? { ms: Number.POSITIVE_INFINITY, processorMs: null }
  const [load = 0] = loadavg()
  const ofProcessor = fastest.processorMs === null ? '' : `, ${fastest.processorMs} ms of it on a processor`
  return {
    what: `Start until the page is there, fastest of ${starts.length}${ofProcessor}, at a load of ${load.toFixed(1)} on ${availableParallelism()} processors, at most ${budgets.startMs} ms`,
    value: `${Math.round(fastest.ms)} ms`,
    isMet: fastest.ms <= budgets.startMs,
  }
}

async function checkPinned(folder: string, origin: string): Promise<void> {
  const [version = ''] = readdirSync(join(folder, 'node_modules/rolebridge/dist/client/embed'))
  const { status, headers } = await fetch(`${origin}/embed/${version}/embed.js`)
  const found = [status, headers.get('cache-control')?.includes('immutable'), headers.get('access-control-allow-origin')]
  if (String(found) !== '200,true,*') throw new Error(`The pinned script has ${found}`)
}

async function tryProgram(folder: string, { program }: Tarballs): Promise<readonly Row[]> {
  const secret = randomBytes(32).toString('base64url')
  const app = project(join(folder, 'app'), program)
  const template = tryCommands(app)
  const backEnd = project(join(folder, 'backend'), program, ...backEndPackages, 'jose')
  compileBackEnd(backEnd)
  compileWorker(backEnd)
  const starts: { readonly ms: number; readonly processorMs: number | null }[] = []
  for (let run = 0; run < 5; run += 1) {
    const server = await startInstalled(app, secret)
    starts.push({ ms: server.startMs, processorMs: server.processorMs })
    await checkPinned(app, server.origin)
    if (run === 4) await verify(backEnd, server, secret, template)
    await server.stop()
  }
  return [
    sizeRow('Tarball', bytesIn(program), budgets.tarball),
    sizeRow('Installed', bytesIn(join(app, 'node_modules')), budgets.installed),
    startRow(starts),
  ]
}

function tryEmbed(folder: string, { embed }: Tarballs): void {
  const react = ['react@19', 'react-dom@19', '@types/react@19', '@types/react-dom@19', 'typescript']
  compilePages(project(join(folder, 'react'), embed, ...react))
  compileVue(project(join(folder, 'vue'), embed, 'vue@3', 'vue-tsc', 'typescript@5'))
  compileSvelte(project(join(folder, 'svelte'), embed, 'svelte@5', 'svelte-check@4', 'typescript@5'))
}

const folder = mkdtempSync(join(tmpdir(), 'rolebridge-package-'))
try {
  const source = join(folder, 'source')
  mkdirSync(source)
  const tarballs = pack(source)
  lintPackages(join(folder, 'linters'), tarballs)
  const rows = await tryProgram(folder, tarballs)
  tryEmbed(folder, tarballs)
  for (const { what, value, isMet } of rows) console.log(`${isMet ? 'met    ' : 'NOT MET'}  ${value.padStart(8)}  ${what}`)
  console.log('The packages work without the repository.')
  if (rows.some(({ isMet }) => !isMet)) process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'

/** The wizard on one port, the pages that embed it on another; its config lists them. */
const pages = 'http://localhost:4180'
const project = join(import.meta.dirname, '../..')

const vendorPath = join(mkdtempSync(join(tmpdir(), 'rolebridge-examples-')), 'vendor.json')
const vendor: object = JSON.parse(readFileSync(join(project, 'public/vendor.json'), 'utf8'))
writeFileSync(vendorPath, JSON.stringify({ ...vendor, embed: { allowedOrigins: [pages] } }))

const wizard = spawn(process.execPath, [join(project, 'dist/server/main.js')], {
  env: { ...process.env, PORT: '4173', ROLEBRIDGE_VENDOR: vendorPath },
  stdio: 'inherit',
})
process.on('exit', () => wizard.kill())

const server = await createServer({ root: import.meta.dirname, configFile: false, server: { port: 4180, strictPort: true } })
await server.listen()
console.log(`Examples: ${pages}`)

import { mkdir, rm, writeFile } from 'node:fs/promises'
import { actionFiles } from './action-files.ts'

const folder = 'public/iam-data'

await rm(folder, { recursive: true, force: true })
await mkdir(folder, { recursive: true })
const files = await actionFiles()
for (const [name, text] of files) await writeFile(`${folder}/${name}`, text)
process.stdout.write(`${files.size} files in ${folder}\n`)

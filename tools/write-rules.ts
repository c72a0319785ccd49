import { writeFile } from 'node:fs/promises'
import { rulesDocument } from './rules-document.ts'

await writeFile('docs/rules.md', rulesDocument())

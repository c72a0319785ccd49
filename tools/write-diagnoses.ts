import { writeFile } from 'node:fs/promises'
import { diagnosesDocument } from './diagnoses-document.ts'

await writeFile('docs/diagnoses.md', diagnosesDocument())

import { writeFile } from 'node:fs/promises'
import { httpApiDocument } from './http-api-document.ts'

await writeFile('docs/http-api.md', httpApiDocument())

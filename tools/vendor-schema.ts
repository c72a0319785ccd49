import { writeFile } from 'node:fs/promises'
import { vendorJsonSchema } from './vendor-json-schema.ts'

await writeFile('public/vendor.schema.json', `${JSON.stringify(vendorJsonSchema(), null, 2)}\n`)

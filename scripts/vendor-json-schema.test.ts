import { expect, test } from 'vitest'
import schema from '#public/vendor.schema.json' with { type: 'json' }
import { vendorJsonSchema } from './vendor-json-schema.ts'

test('the published JSON Schema is that of the vendor config (npm run schema writes it)', () => {
  expect(schema).toEqual(JSON.parse(JSON.stringify(vendorJsonSchema())))
})

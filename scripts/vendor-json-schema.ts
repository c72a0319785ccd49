import * as z from 'zod/mini'
import { Vendor } from '#core/vendor.ts'

/** The JSON Schema of the vendor's config, for editors: what may be written, before defaults are filled in. */
export function vendorJsonSchema(): object {
  return { ...z.toJSONSchema(Vendor, { io: 'input', unrepresentable: 'any' }), title: 'The vendor config of Rolebridge' }
}

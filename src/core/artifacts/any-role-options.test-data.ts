import fc from 'fast-check'
import { mayChoose } from '#core/connection/customer-choice.ts'
import type { RoleOptionsRequest } from '#core/connection/role-options.ts'
import type { Vendor } from '#core/connection/vendor.ts'

export const paths = fc.oneof(
  fc.constant('/'),
  fc.stringMatching(/^\/[!-~]{1,30}\/$/),
  fc.constantFrom("/';exit;'/", '/`x`/$(x)/', `/\${x}/%{y}/"/`),
)

const boundaryNames = fc.oneof(
  fc.stringMatching(/^(\/[!-~]{1,20})?\/[\w+=,.@-]{1,30}$/),
  fc.constantFrom("/';exit;'/x", '/`x`/$(x)/y', '/"x/z', `/%{x}/\${y}/z`),
)

const tagTexts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replace(/[^\p{L}\p{Z}\p{N}_.:/=+\-@]/gu, '')),
  fc.constantFrom('_.:/=+-@', '--', '@file', '-', 'no', '1e3', 'Team\u00a0Blau', 'été \u212b', '\u2028', 'Ω=1', 'constructor'),
)

const tagLists = fc.uniqueArray(fc.record({ key: tagTexts, value: tagTexts }), { maxLength: 4, selector: ({ key }) => key.toLowerCase() })

/** Whatever this vendor lets a customer's company ask of the role, in this account and partition. */
export function roleOptionsOf(
  vendor: Vendor,
  place: { readonly partition: string; readonly accountId: string },
): fc.Arbitrary<RoleOptionsRequest> {
  const { permissionsBoundary, maxSessionDuration } = vendor.role
  const boundary = boundaryNames.map((name) => `arn:${place.partition}:iam::${place.accountId}:policy${name}`)
  return fc.record(
    {
      ...(mayChoose(vendor, 'path') ? { path: paths } : {}),
      ...(mayChoose(vendor, 'tags') ? { tags: tagLists.map((tags) => tags.filter(({ key }) => key !== '' && !/^aws:/i.test(key))) } : {}),
      ...(mayChoose(vendor, 'maxSessionDuration') ? { maxSessionDuration: fc.integer({ min: 3600, max: maxSessionDuration }) } : {}),
      ...(permissionsBoundary === 'none' ? {} : { permissionsBoundary: boundary }),
    },
    { requiredKeys: permissionsBoundary === 'required' ? ['permissionsBoundary'] : [], noNullPrototype: true },
  )
}

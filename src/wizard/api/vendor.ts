import { useQuery } from '@tanstack/react-query'
import { ServedVendor } from '#core/vendor.ts'
import { request } from './request.ts'

/** The vendor's config: read once for the life of the page, again only when that failed. */
export function useVendor() {
  return useQuery({
    queryKey: ['vendor'],
    queryFn: () => request({ method: 'GET', path: '/vendor.json', schema: ServedVendor }),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

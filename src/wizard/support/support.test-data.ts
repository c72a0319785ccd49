import { VendorConnection } from '#core/verify/vendor-connection.ts'

export const connectionOf = (change: Readonly<Record<string, unknown>> = {}): VendorConnection =>
  VendorConnection.parse({
    id: 'connection-1',
    accountId: '444455556666',
    region: 'us-east-1',
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
    roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess',
    createdAt: '2026-11-22T08:00:00.000Z',
    tenant: 'acme',
    tenantId: 'a'.repeat(64),
    verdict: {
      kind: 'not-ready',
      diagnosis: 'not-assumable',
      checkedAt: '2026-11-22T08:05:00.000Z',
      simulated: false,
      current: true,
    },
    needsUpdate: false,
    changedAt: '2026-11-22T08:05:00.000Z',
    disconnectedAt: null,
    ...change,
  })

import type { Operation } from '#server/http/operation.ts'
import { createConnections } from './batches.ts'
import { connectionOperations } from './connections.ts'
import { disconnectionOperations } from './disconnections.ts'
import { handoffOperations } from './handoffs.ts'
import { monitoringOperations } from './monitoring.ts'
import { publicOperations } from './public-files.ts'
import { receiptOperations } from './receipts.ts'
import { rotationOperations } from './rotations.ts'
import { sessionOperations } from './sessions.ts'
import { vendorConnectionOperations } from './vendor-connections.ts'
import { createVendorConnection } from './vendor-creation.ts'
import { vendorDisconnectionOperations } from './vendor-disconnections.ts'
import { vendorEventOperations } from './vendor-events.ts'
import { vendorHistoryOperations } from './vendor-history.ts'
import { vendorOverviewOperations } from './vendor-overview.ts'
import { vendorRotationOperations } from './vendor-rotations.ts'
import { vendorTenantOperations } from './vendor-tenants.ts'
import { vendorVerificationOperations } from './vendor-verification.ts'
import { verifyConnection } from './verification.ts'

const getOpenApi: Operation = {
  method: 'get',
  path: '/api/openapi.json',
  id: 'getOpenApi',
  title: 'Get this description',
  description: 'OpenAPI 3.1.',
  access: 'anyone',
  responses: [{ status: 200, description: 'This document.', mediaType: 'application/json' }],
  // Built on the first request, so that starting the server does not wait for it.
  handler: () => async (context) => context.json((await import('#server/http/openapi.ts')).openApi(operations)),
}

/** Every route apart from the wizard's own files and the simulated AWS. Routes, Allow headers, OpenAPI and tests follow from this list. */
export const operations: readonly Operation[] = [
  ...sessionOperations,
  ...connectionOperations,
  createConnections,
  verifyConnection,
  ...rotationOperations,
  ...disconnectionOperations,
  ...receiptOperations,
  ...handoffOperations,
  ...vendorConnectionOperations,
  ...vendorHistoryOperations,
  ...vendorOverviewOperations,
  createVendorConnection,
  ...vendorVerificationOperations,
  ...vendorRotationOperations,
  ...vendorDisconnectionOperations,
  ...vendorTenantOperations,
  ...vendorEventOperations,
  getOpenApi,
  ...publicOperations,
  ...monitoringOperations,
]

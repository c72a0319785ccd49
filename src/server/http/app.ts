import { Hono } from 'hono'
import { servedVendor } from '#server/config/served-vendor.ts'
import { oembedPath } from '#server/pages/link-card.ts'
import { oembedRoutes } from '#server/pages/oembed-routes.ts'
import { UnreadableConnection } from '#server/registry/registry.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { batchRoutes } from './batch-routes.ts'
import { boundedBody } from './bounded-body.ts'
import { connectionRoutes } from './connection-routes.ts'
import { handoffRoutes } from './handoff-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { metricsRoutes } from './metrics-routes.ts'
import { problemPage } from './problem-page.ts'
import { problem, problemPagePath } from './problems.ts'
import { publicKeysPath, receiptRoutes } from './receipt-routes.ts'
import { errorFields, type Identified, requestLog } from './request-log.ts'
import { securityHeaders } from './security-headers.ts'
import { sessionRoutes } from './session-routes.ts'

const simulatedAwsPath = '/simulated-aws'
const openApiPath = '/api/openapi.json'
/** As much as the simulator reads. */
const simulatedAwsMaximumBytes = 1024 * 1024

const allowedMethods: Readonly<Record<string, string>> = {
  '/vendor.json': 'GET, HEAD',
  [problemPagePath]: 'GET, HEAD',
  [publicKeysPath]: 'GET, HEAD',
  [openApiPath]: 'GET, HEAD',
  [oembedPath]: 'GET, HEAD',
  '/healthz': 'GET, HEAD',
  '/readyz': 'GET, HEAD',
  '/metrics': 'GET, HEAD',
  '/api/sessions': 'POST',
  '/api/sessions/current': 'DELETE',
  '/api/connections': 'GET, HEAD, POST',
  '/api/connections/batch': 'POST',
  '/api/connections/:id': 'GET, HEAD',
  '/api/connections/:id/permissions': 'PUT',
  '/api/connections/:id/verify': 'POST',
  '/api/connections/:id/receipt': 'GET, HEAD',
  '/api/connections/:id/handoff': 'GET, HEAD, POST',
  '/api/handoffs': 'GET, HEAD, POST',
  '/api/handoffs/:id': 'DELETE, GET, HEAD',
  '/api/handoffs/:id/messages': 'POST',
}

/** The same request, as a server at the root would see it; null when its body is too large. */
async function atRoot(request: Request): Promise<Request | null> {
  const url = new URL(request.url)
  url.pathname = url.pathname.slice(simulatedAwsPath.length) || '/'
  const { method, headers } = request
  if (method === 'GET' || method === 'HEAD') return new Request(url, { method, headers })
  const body = await boundedBody(request, simulatedAwsMaximumBytes)
  return body === null ? null : new Request(url, { method, headers, body })
}

function mountPages(app: Hono<Identified>, { simulatedAws, pages }: AppDependencies): void {
  if (simulatedAws !== null) {
    app.all(`${simulatedAwsPath}/*`, async (context) => {
      const request = await atRoot(context.req.raw)
      return request === null ? problem('body-too-large') : simulatedAws(request)
    })
  }
  if (pages !== null) {
    // An address to say aloud; what the page is made of stands in the fragment of the link, which no server sees.
    app.get('/review', (context) => context.redirect('./#/review'))
    app.on(['GET', 'HEAD'], '*', async (context, next) => (await pages.answer(context.req.raw)) ?? next())
  }
}

/** The routes. Knows neither Node nor AWS: all of the world comes in as dependencies. */
export function createApp(dependencies: AppDependencies): Hono<Identified> {
  const { vendor, log } = dependencies
  const app = new Hono<Identified>()
  const served = servedVendor(vendor, dependencies)

  app.use(requestLog(dependencies))
  app.use(securityHeaders(vendor, dependencies.pages?.scriptHashes ?? [], dependencies.origin))
  app.use('/api/*', async (context, next) => {
    await next()
    context.header('Cache-Control', 'no-store')
  })

  app.get('/vendor.json', (context) => context.json(served, 200, { 'Cache-Control': 'no-cache' }))
  app.get(problemPagePath, (context) => context.html(problemPage))
  // Made when it is first asked for: whoever verifies a connection never waits for it.
  app.get(openApiPath, async (context) => context.json((await import('./openapi.ts')).openApi))
  app.route('/', healthRoutes(dependencies))
  app.route('/', metricsRoutes(dependencies))
  app.route('/api/sessions', sessionRoutes(dependencies))
  app.route('/api/connections/batch', batchRoutes(dependencies))
  app.route('/api/connections', connectionRoutes(dependencies))
  app.route('/', handoffRoutes(dependencies))
  app.route('/', receiptRoutes(dependencies))
  app.route('/', oembedRoutes(dependencies))
  for (const [path, allow] of Object.entries(allowedMethods)) {
    app.all(path, () => problem('method-not-allowed', { headers: { Allow: allow } }))
  }
  app.all('/api/*', () => problem('not-found'))
  mountPages(app, dependencies)

  app.notFound(() => problem('not-found'))
  app.onError((error, context) => {
    if (error instanceof UnreadableConnection) return problem('connection-unreadable')
    const requestId = context.get('requestId')
    log.error({ requestId, ...errorFields(error) }, 'an unexpected error')
    return problem('internal', { detail: `Request ${requestId}` })
  })
  return app
}

import { Hono } from 'hono'
import { UnreadableConnection } from '#server/registry/registry.ts'
import type { AppDependencies } from './app-dependencies.ts'
import { operations } from './operations/operations.ts'
import { problem } from './problems.ts'
import { boundedBody } from './request-body.ts'
import type { Identified } from './request-facts.ts'
import { errorFields, requestLog } from './request-log.ts'
import { operationRoutes, otherMethods } from './routes.ts'
import { securityHeaders } from './security-headers.ts'

const simulatedAwsPath = '/simulated-aws'
/** The most that the simulator reads. */
const simulatedAwsMaximumBytes = 1024 * 1024

/** The same request for a server at the root. Null when its body is too large. */
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
    // A short URL to read aloud. The content of the page is in the fragment of a shared link, which never reaches the server.
    app.get('/review', (context) => context.redirect('./#/review'))
    app.on(['GET', 'HEAD'], '*', async (context, next) => (await pages.answer(context.req.raw)) ?? next())
  }
}

/** The app. It knows neither Node nor AWS: everything outside comes in as a dependency. */
export function createApp(dependencies: AppDependencies): Hono<Identified> {
  const { vendor, log } = dependencies
  const app = new Hono<Identified>()

  app.use(requestLog(dependencies))
  app.use(securityHeaders(vendor, dependencies.pages?.scriptHashes ?? [], dependencies.origin))

  app.route('/', operationRoutes(operations, dependencies))
  app.route('/', otherMethods(operations))
  app.all('/api/*', () => problem('not-found'))
  mountPages(app, dependencies)

  app.notFound(() => problem('not-found'))
  app.onError((error, context) => {
    if (error instanceof UnreadableConnection) return problem('connection-unreadable')
    const { requestId, traceId, facts } = context.var
    log.error({ requestId, traceId, ...facts, ...errorFields(error) }, 'an unexpected error')
    return problem('internal', { detail: `Request ${requestId}` })
  })
  return app
}

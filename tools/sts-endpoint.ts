import { createServer } from 'node:http'
import * as z from 'zod/mini'

/**
 * STS as a process of its own, so that a busy test doesn't delay the times at which calls arrive. It knows who calls, and denies every role.
 * `GET /calls` returns the calls so far.
 */
export const StsCalls = z.array(z.object({ action: z.string(), roleArn: z.string(), region: z.string(), at: z.number() }))
export type StsCalls = z.infer<typeof StsCalls>

const identity =
  '<GetCallerIdentityResponse><GetCallerIdentityResult><Account>111122223333</Account><Arn>arn:aws:sts::111122223333:assumed-role/PixelworksApplication/i-0123456789abcdef0</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>'
const denial = '<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>No.</Message></Error></ErrorResponse>'

function serve(): void {
  const calls: StsCalls[number][] = []
  const server = createServer((request, response) => {
    const at = performance.timeOrigin + performance.now()
    if (request.method === 'GET') {
      response.end(JSON.stringify(calls))
      return
    }
    let body = ''
    request.on('data', (data) => {
      body += data
    })
    request.on('end', () => {
      const parameters = new URLSearchParams(body)
      const action = parameters.get('Action') ?? ''
      const [, region = ''] = /Credential=[^/]+\/\d+\/([^/]+)\//.exec(request.headers.authorization ?? '') ?? []
      calls.push({ action, roleArn: parameters.get('RoleArn') ?? '', region, at })
      const isIdentity = action === 'GetCallerIdentity'
      response.writeHead(isIdentity ? 200 : 403, { 'content-type': 'text/xml', 'x-amzn-requestid': `request-${calls.length}` })
      response.end(isIdentity ? identity : denial)
    })
  })
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (address !== null && typeof address !== 'string') process.stdout.write(`http://127.0.0.1:${address.port}\n`)
  })
}

if (process.argv[1] === import.meta.filename) serve()

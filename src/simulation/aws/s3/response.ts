import type { RandomBytes } from '#core/connection/external-id/external-id.ts'
import { newUuid } from '#simulation/aws/identifiers.ts'
import { xmlDocument } from '#simulation/aws/xml.ts'
import type { S3Answer } from './buckets.ts'

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/'

type Asked = { readonly method: string; readonly region: string; readonly randomBytes: RandomBytes }

/** The answer of a HEAD request has no body, whatever happened. https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html */
export function s3Response(answer: S3Answer, { method, region, randomBytes }: Asked): Response {
  const requestId = newUuid(randomBytes).replace(/-/g, '').slice(0, 16).toUpperCase()
  const respond = (status: number, body: string, contentType: string, more: Readonly<Record<string, string>> = {}) =>
    new Response(method === 'HEAD' ? null : body, {
      status,
      headers: { 'content-type': contentType, 'x-amz-request-id': requestId, 'x-amz-id-2': 'simulated', ...more },
    })
  switch (answer.kind) {
    case 'refused': {
      const { code, message, status } = answer
      return respond(
        status,
        xmlDocument('Error', { Code: code, Message: message, RequestId: requestId, HostId: 'simulated' }),
        'application/xml',
      )
    }
    case 'object':
      return respond(200, answer.text, 'text/yaml')
    case 'document':
      return respond(200, xmlDocument(answer.root, answer.content, namespace), 'application/xml')
    case 'bucket':
      return respond(200, '', 'application/xml', { 'x-amz-bucket-region': region })
    default:
      return answer satisfies never
  }
}

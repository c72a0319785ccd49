import type { QueryAnswer } from './query-request.ts'
import { type Xml, xmlDocument } from './xml.ts'

/** The Query protocol's envelope. https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#response-serialization */
export function queryResponse({ answer, action, namespace, requestId }: QueryAnswer): Response {
  const headers = { 'content-type': 'text/xml', 'x-amzn-requestid': requestId, date: new Date().toUTCString() }
  if (answer.kind === 'refused') {
    const { status, code, message } = answer
    // https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
    const error: Xml = { Error: { Type: 'Sender', Code: code, Message: message }, RequestId: requestId }
    return new Response(xmlDocument('ErrorResponse', error, namespace), { status, headers })
  }
  const body: Xml = {
    ...(answer.result === null ? {} : { [`${action}Result`]: answer.result }),
    ResponseMetadata: { RequestId: requestId },
  }
  return new Response(xmlDocument(`${action}Response`, body, namespace), { status: 200, headers })
}

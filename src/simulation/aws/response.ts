import type { Answer, Refusal } from './answer.ts'
import { type Xml, xmlDocument } from './xml.ts'

const headers = (requestId: string) => ({ 'content-type': 'text/xml', 'x-amzn-requestid': requestId, date: new Date().toUTCString() })

type Asked = { readonly action: string; readonly namespace: string; readonly requestId: string }

/** https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html */
function refusalResponse({ status, code, message }: Refusal, { namespace, requestId }: Omit<Asked, 'action'>): Response {
  const error: Xml = { Error: { Type: 'Sender', Code: code, Message: message }, RequestId: requestId }
  return new Response(xmlDocument('ErrorResponse', error, namespace), { status, headers: headers(requestId) })
}

/** The Query protocol's envelope. https://smithy.io/2.0/aws/protocols/aws-query-protocol.html#response-serialization */
export function queryResponse(answer: Answer, asked: Asked): Response {
  if (answer.kind === 'refused') return refusalResponse(answer, asked)
  const { action, namespace, requestId } = asked
  const body: Xml = {
    ...(answer.result === null ? {} : { [`${action}Result`]: answer.result }),
    ResponseMetadata: { RequestId: requestId },
  }
  return new Response(xmlDocument(`${action}Response`, body, namespace), { status: 200, headers: headers(requestId) })
}

export function queryRefusal(refusal: Refusal, namespace: string, requestId: string): Response {
  return refusalResponse(refusal, { namespace, requestId })
}

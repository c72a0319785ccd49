import type { VendorFailure } from './failure-kind.ts'

/** The API of the product, and not one of AWS. */
const apiDenial =
  /\b(?:https?:\/\/(?!\S*amazonaws)\S*\bapi\b|`?\/\w[\w/-]{2,60}`? API\b|API (?:returned|responded)\b)[\s\S]{0,200}\b(?:40[13]|forbidden|unauthorized)\b|\bERR_?(?:FORBIDDEN|UNAUTHORIZED)\b[\s\S]{0,100}\bAPI\b/i

/** A right of the person in the product or the console, and not one of a role. */
const userDenial =
  /\b(?:you|your user) (?:can ?n[o'’]t|(?:are|is|do|does)(?: not|n['’]t)|have no|lacks?)\b[^\n]{0,60}\b(?:perform|(?:this|the|that) (?:action|operation)|save|create|edit|update|delete|manage|modify)\b/i

/** In the words of products with rights of their own. */
const privilegeDenial =
  /\bSQL access control error\b|\binsufficient privileges? to operate on\b|\byou need permissions\b[\s\S]{0,200}\bpermissions? required to perform this operation\b/i

/** In words that no other text has. */
export const isOfAwsAlone = (text: string): boolean => privilegeDenial.test(text) || awsWords.test(text)

/** The answer of a server that failed itself, or that is asked too often. */
const serverError =
  /\b5\d\d\b\W{0,3}(?:Internal Server Error|Bad Gateway|Service Unavailable|Gateway Time-?out)|\b(?:returned|responded with|status(?: code)?|HTTP)[ :=]{1,3}(?:HTTP |status )?5\d\d\b|\bInternal Server Error\b|\b429\b[^\n]{0,10}\btoo many requests\b|\brate limit exceeded\b/i

/** Products offer their connections for some accounts, Regions, and plans. */
const limit =
  /\b(?:regions?|partitions?|GovCloud|us-gov-\w+-\d|cn-\w+-\d)\b[^\n]{0,60}\b(?:(?:is|are) )?(?:not|n['’]t) (?:yet |currently )?(?:supported|available)\b|\btrial (?:has )?(?:expired|ended)\b|\bupgrade\b[^\n]{0,60}\b(?:connect|add|aws|accounts?)\b|\b(?:your|this) (?:current )?(?:plan|tier|licen[sc]e)\b[^\n]{0,60}\b(?:not include|n['’]t include|allows?|limited|only|supports?)\b|\b(?:maximum|max\.?) number of (?:\w+ )?(?:accounts?|integrations?|connections?)\b|\b(?:account|integration|connection)s? limit (?:reached|exceeded)\b/i

const awsWords = /\b(?:SubscriptionRequiredException|OptInRequired|cost explorer|trusted access)\b/i

/** AWS offers it only once the account, its Region, or its organization has turned it on. */
const serviceOff =
  /\b(?:not|n['’]t) (?:been |yet )?(?:enabled|activated|subscribed|opted[- ]in)\b[^\n]{0,60}\b(?:account|region|organi[sz]ation|(?:this|the|aws) service|cost explorer)\b|\b(?:SubscriptionRequiredException|OptInRequired)\b|\bneeds a subscription for the service\b/i

/** The call was one of AWS. */
const ofAws =
  /\b(?:assum\w+|sts:|arn:|iam:\w|UnauthorizedOperation\b|AccessDeniedException: (?!User not enabled))|\(Service: |https response error StatusCode|An error occurred \(/i

const denial = /\b(?:access ?denied|forbidden|unauthorized|not authorized)\b/i

type Form = { readonly failure: VendorFailure; readonly is: (text: string, isFailure: boolean) => boolean }

/** In the order in which they are reported. */
const forms: readonly Form[] = [
  { failure: 'service-off', is: (text) => serviceOff.test(text) && !/\bSTS\b|\bMFA\b/.test(text) },
  { failure: 'user', is: (text, isFailure) => privilegeDenial.test(text) || (isFailure && userDenial.test(text)) },
  { failure: 'limit', is: (text) => limit.test(text) },
  { failure: 'server', is: (text) => serverError.test(text) && !denial.test(text) },
]

/** The part of the product that failed, and not the access to AWS. `isFailure`: a sentence of the text tells of a failure. */
export function productFailure(text: string, isFailure = true): VendorFailure | null {
  if (isFailure && apiDenial.test(text)) return 'api'
  return ofAws.test(text) ? null : (forms.find(({ is }) => is(text, isFailure))?.failure ?? null)
}

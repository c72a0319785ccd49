import { saysWorked, sentencesIn, worksElsewhere, worksLater, worksSometimes } from './said-to-work.ts'

/** Facts about a denied call that the text tells in addition to AWS's words. */
export type Circumstance =
  /** The call that the text shows sends no external ID. */
  | 'no-external-id'
  /** One call that the text shows sends an external ID, and another one does not, or is not shown. */
  | 'external-id-elsewhere'
  | 'no-mfa'
  /** A temporary access key, which is valid with its session token only. */
  | 'no-session-token'
  /** The text says that the session token was left out. */
  | 'blank-session-token'
  | 'works-elsewhere'
  | 'works-later'
  /** The same role, as the product uses it in another place. */
  | 'works-in-product'
  | 'waited-in-vain'
  /** Someone has compared the external ID already. */
  | 'differs-not-in-id'
  | 'works-without-id'
  | 'session-name'
  | 'mfa-condition'
  | 'condition-shown'
  /** A condition on the encryption context names an object where it can be a bucket. */
  | 'object-context'
  | 'opt-in-region'
  | 'gov-region'
  | 'china-region'
  | 'works-sometimes'
  | 'global-endpoint'
  | 'github-credentials'
  | 'github-action'
  | 'oidc'

/** The parameters of a call, as commands, programs, configurations and logs write them. */
const callForms: readonly RegExp[] = [
  /\baws\s+(?:--[\w-]+[ =]\S+\s+){0,4}sts\s+assume-role\b(?!-)((?:[^\n\\`]|[\\`][ \t]*\n|\\.){0,1500})/g,
  /\bUse-STSRole\b([^\n]{0,600})/g,
  /\bassume_role\(([^()]{0,600}(?:\([^()]{0,200}\)[^()]{0,600}){0,5})\)/g,
  /\b(?:AssumeRoleCommand|assumeRole|AssumeRoleInput|AssumeRoleRequest)\b[({[\s&]{1,10}([^{}[\]()]{0,800})[}\])]/g,
  /\bassume_role\s*(?:=\s*)?\{([^{}]{0,800})\}/g,
  /"requestParameters"\s*:\s*\{([^{}]{0,1500})\}/g,
  /\bAction=AssumeRole(?!With)(&[^\s"']{0,1500})/g,
]

/** A profile of the AWS CLI and the SDKs. https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-role.html */
const profile = /^\[[^\]\n]{1,80}\][ \t]*\n((?:(?!\[)[^\n]*(?:\n|$)){1,20})/gm

const namesRole = /role[-_]?arn\b/i
const sendsId = /external[-_ ]?id\b["'`]?(?:\s*(?::|=>|=|,)\s*|\s+)(?!\s|nil\b|null\b|none\b|undefined\b|""|'')/i

/** Parameters that are filled from elsewhere. */
const isOpen = /\.\.\.|\*\*\w|\$@|@args|\{\{/

const calls = (text: string): readonly string[] =>
  [...callForms, profile]
    .flatMap((form) => [...text.matchAll(form)].map(([, parameters = '']) => parameters))
    .filter((each) => namesRole.test(each))

const withoutMfa = /\bhas no MFA serial defined\b|\bMFA not needed\b|\bno mfa_serial\b/i

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids */
const temporaryKey = /access[-_ ]?key(?:[-_ ]?id)?["'`]?\s*(?:[:=]|\bis\b|\bstarts with\b|\bbegins with\b|\s)\s*["'`<]?ASIA/i

const sessionToken = '(?:session[-_ ]?token|sitzungstoken|token de sesi[oó]n)'

/** Said of the token, and not asked. */
const blankToken: readonly RegExp[] = [
  new RegExp(
    `\\b${sessionToken}\\b[^.?\\n]{0,40}\\b(?:blank|empty|skipped|left out|unset|not (?:set|entered|given|provided)|leer|weggelassen|vac[ií]o)(?![^.\\n]*\\?)`,
    'i',
  ),
  new RegExp(`\\b(?:no|without(?: an?| the)?|skipped(?: the)?|not|never) (?:\\w+ ){0,2}?\\w*${sessionToken}\\b(?![^.\\n]*\\?)`, 'i'),
  new RegExp(`\\b(?:left|leave|kept)\\b[^.\\n]{0,20}${sessionToken}\\b[^.?\\n]{0,20}\\b(?:blank|empty|out|unset)\\b`, 'i'),
]

type Sign = { readonly circumstance: Circumstance; readonly is: (text: string) => boolean }

const isUnsent = (call: string): boolean => !sendsId.test(call) && !isOpen.test(call)
const sends = (text: string): boolean => calls(text).some((call) => sendsId.test(call))

const saidOf =
  (...forms: readonly RegExp[]) =>
  (text: string): boolean =>
    sentencesIn(text).some((said) => saysWorked(said) && forms.every((form) => form.test(said)))

/** In the languages that the vendors' messages are read in. */
const idCompared: readonly RegExp[] = [
  /\bexternal[-_ ]?ids?\b[^.\n]{0,60}\b(?:match(?:es)?|identical|correct|the same|verified|(?:double|triple)[- ]?checked|compared|is right)\b(?! (?:if|whether))(?<!(?:\bnot|n['’]t|\bif|\bwhether|\bmust|\bshould)\b[^.\n]{0,40})/i,
  /\bsame external[-_ ]?id\b/i,
  /\bexterne ID\b[^.\n]{0,60}(?:verglichen|stimmt(?! nicht)|identisch|geprüft|korrekt|dieselbe)/i,
  /\b(?:identifiant|ID) externe\b[^.\n]{0,60}(?:vérifié|identique|correct(?!ement)|comparé)/i,
  /\b(?:ID|identificador) externo\b[^.\n]{0,60}(?:comprobad|verificad|coincide|correct[oa]|igual|idêntic|idéntic|conferid)/i,
  /\bID esterno\b[^.\n]{0,60}(?:verificat|corrisponde|corrett|identic)/i,
  /外部\s?ID[^。\n]{0,30}(?:確認済|確認しました|一致して(?:い|お)|同じ)|外部\s?ID[^。\n]{0,30}(?:一致|核对过|确认过|正确的|相同)|외부\s?ID[^.\n]{0,30}(?:일치합|일치하고|확인했)/i,
]

/** One of two places in a product, which makes the call in both. */
const product =
  /\b(?:(?:in|from|via|through|using|with) the (?:web )?(?:UI|portal|dashboard|web app|wizard|GUI)|(?:web )?UI|GUI|portal|dashboard)\b/i

const worksInProduct = (text: string): boolean => sentencesIn(text).some((said) => saysWorked(said) && product.test(said))

const waited =
  /\b(?:wait\w*|sleep|delay\w*|paus\w+)\b[^.\n]{0,60}\b(?:\d+|a few|several|some|two|three|five|ten) ?(?:min\w*|hours?|m)\b|\b(?:multiple|other|different|several|another|all|every) regions?\b/i
const inVain =
  /\b(?:still|same (?:error|issue|problem|result)|no (?:luck|change|difference)|does(?: not|n['’]t) help|did(?: not|n['’]t) help|in vain)\b/i

const externalId = /\bexternal[-_ ]?id\b/i
const without =
  /\b(?:without|remov\w+|delet\w+|drop\w*|omit\w*|tak(?:e|en|ing) (?:\w+ ){0,3}out|comment\w* (?:\w+ ){0,3}out|leav\w+ (?:\w+ ){0,3}(?:out|off))\b/i

const otherCondition = /\b(?:MFA|mfa)\b|\baws:[A-Z]\w|\bsts:(?:RoleSessionName|SourceIdentity)/
const thatCondition = /\b(?:the|that|this) condition\b/i
const withoutElsewhere =
  /\bohne\b[^.\n]{0,40}(?:externen? ID|ExternalId)[^.\n]{0,30}\b(?:klappt|funktioniert|geht|läuft)\b|\bsin\b[^.\n]{0,40}(?:ID externo|ExternalId)[^.\n]{0,30}\bfunciona\b/i

const failsWithCondition =
  /\b(?:if|when|once|after) (?:I|we) (?:put|add|added|set|include|included|enable|enabled)\b[^\n]{0,20}external[-_ ]?id[^\n]{0,250}\bcondition\b[^\n]{0,120}\b(?:403|denied|fail\w*|AccessDenied|error)\b/i

/** The condition is that on the external ID, if the text has no other. */
const worksWithoutId = (text: string): boolean =>
  saidOf(externalId, without)(text) ||
  withoutElsewhere.test(text) ||
  (failsWithCondition.test(text) && !otherCondition.test(text)) ||
  (externalId.test(text) && !otherCondition.test(text) && saidOf(thatCondition, without)(text))

/** https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-regions.html */
const optInRegion =
  /\b(?:af-south-1|ap-east-[12]|ap-south-2|ap-southeast-[34567]|ca-west-1|eu-south-[12]|eu-central-2|il-central-1|me-south-1|me-central-1|mx-central-1)\b/

/** Nothing else that the call sends can decide. */
const withoutOtherValues = /^(?![\s\S]*(?:external[-_ ]?id|assume-role\b|role[-_]?arn))/i

const signs: readonly Sign[] = [
  { circumstance: 'no-external-id', is: (text) => !sends(text) && calls(text).some(isUnsent) },
  {
    circumstance: 'external-id-elsewhere',
    is: (text) => sends(text) && (calls(text).some(isUnsent) || worksElsewhere(text)),
  },
  { circumstance: 'no-mfa', is: (text) => withoutMfa.test(text) },
  { circumstance: 'works-in-product', is: worksInProduct },
  { circumstance: 'differs-not-in-id', is: (text) => idCompared.some((form) => form.test(text)) },
  { circumstance: 'waited-in-vain', is: (text) => waited.test(text) && inVain.test(text) },
  {
    circumstance: 'no-session-token',
    is: (text) => temporaryKey.test(text) && !/(?:session|security)[-_ ]?token\b(?! included| in the request)|-token:/i.test(text),
  },
  { circumstance: 'blank-session-token', is: (text) => blankToken.some((form) => form.test(text)) },
  { circumstance: 'works-elsewhere', is: (text) => worksElsewhere(text) && !worksInProduct(text) },
  { circumstance: 'works-later', is: worksLater },
  { circumstance: 'github-credentials', is: (text) => /please check your action inputs/i.test(text) },
  { circumstance: 'works-sometimes', is: worksSometimes },
  { circumstance: 'global-endpoint', is: (text) => /\bsts\.amazonaws\.com\b(?!\/doc)/.test(text) },
  { circumstance: 'works-without-id', is: worksWithoutId },
  { circumstance: 'session-name', is: saidOf(/\b(?:role[-_ ]?)?session[-_ ]?name\b/i, withoutOtherValues) },
  { circumstance: 'mfa-condition', is: (text) => /["']?aws:MultiFactorAuth(?:Present|Age)\b/i.test(text) },
  { circumstance: 'condition-shown', is: (text) => /["']Condition["']\s*:\s*\{(?!\s*["']\w+["']\s*:\s*\{\s*["']sts:)/.test(text) },
  {
    circumstance: 'object-context',
    is: (text) => /kms:EncryptionContext:aws:s3:arn["']?\s*[:=]\s*\[?\s*["']arn:[\w-]+:s3:::[^"'/\s]+\/[^*"'\s]/.test(text),
  },
  { circumstance: 'opt-in-region', is: (text) => optInRegion.test(text) },
  { circumstance: 'gov-region', is: (text) => /\bus-gov-(?:east|west)-1\b|\barn:aws-us-gov:/.test(text) },
  { circumstance: 'china-region', is: (text) => /\bcn-north(?:west)?-1\b|\barn:aws-cn:/.test(text) },
  { circumstance: 'oidc', is: (text) => /\bOIDC\b|\bid-token\b/.test(text) },
  {
    circumstance: 'github-action',
    is: (text) => /configure-aws-credentials|\brole-to-assume\b|\/GitHubActions\b|Could not assume role with user credentials/i.test(text),
  },
]

/** Longer texts are logs without prose. */
const longestText = 30_000

/** Role ARNs whose parts aren't where AWS reads them. */
const malformedArn =
  /(?<![\w:-])(arn:[\w-]*:iam::\d{12}:(?:\/role\/|role:|roles\/|role\/arn:|role\/\/)[\w+=,.@/-]*|arn:[\w-]*:iam:\d{12}:role\/[\w+=,.@/-]*|arn:[\w-]*:iam:[a-z]{2}-[a-z]+-\d:\d{12}:role\/[\w+=,.@/-]*|arn:[\w-]*:iam::\d{12}:role\/(?=["'\s]))/

/** Null where the text has none. */
export const malformedRoleArn = (text: string): string | null => malformedArn.exec(text.slice(0, longestText))?.[1] ?? null

export function circumstancesIn(text: string): readonly Circumstance[] {
  const short = text.slice(0, longestText)
  return signs.filter(({ is }) => is(short)).map(({ circumstance }) => circumstance)
}

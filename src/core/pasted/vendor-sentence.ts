/** Longer texts are logs, which are read by their errors. */
export const longestText = 20_000
const longestClause = 400

/** ARNs and URLs hold words that aren't said. The names in JSON are joined with their values. */
const spoken = (text: string): string =>
  text
    .slice(0, longestText)
    .replace(/\barn:[\w-]{1,20}:iam::[^\s"'<>,;)]{1,20}:role\/[^\s"'<>,;)]{1,300}/g, ' role ')
    .replace(/\barn:[\w-]{1,20}:s3:::[^\s"'<>,;)]{1,300}/g, ' bucket ')
    .replace(/\b(?:arn:[\w-]{1,20}:|https?:\/\/)[^\s"'<>,;)]{1,300}/g, ' URL ')
    .replace(/[\w.+-]{1,100}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,6}/g, ' address ')
    .replace(/\\+[nrt]/g, '\n')
    .replace(/\\?"\s*:\s*\\?"/g, ' ')
    .replaceAll('_', ' ')
    .replace(/\broleArn\b/gi, 'role ARN')
    .replace(/\bassumed-role\b/gi, ' ')

export const clausesOf = (text: string): readonly string[] =>
  spoken(text)
    .split(/[.!?;](?=\s|["'”’)\]]|$)|[\n{}[\]"|]|:\s+(?=\S+\s+\S)/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '' && clause.length <= longestClause)

const refused = "(?:could|can|does|do|did|is|was|has|have|had|are|were|will|would)(?: ?not|n['’]t)|cannot|(?:can|won)['’]t"

/** Words for a failure of any kind. */
const negative: readonly RegExp[] = [
  /\bnot (?:configured|set up) (?:properly|correctly)\b|\b(?:enter|input|provide|use|specify) a valid\b/i,
  new RegExp(
    `\\b(?:unable|fail(?:ed|s|ure|ures|ing)?|${refused}|not (?:able|authorized|allowed|permitted|valid|found|accessible|reachable|connected|trusted|verified|granted|working)|no longer|never)\\b`,
    'i',
  ),
  /\b(?:(?:access)?denied|rejected|refused|invalid|incorrect(?:ly)?|malformed|misconfigured|wrong|broken|errors?|problems?|issues?|expired|revoked|unauthorized|forbidden|inaccessible|blocked|unsuccessful|disconnected|mismatch(?:ed)?|insufficient|incomplete|missing|lacks?|restricted|unhealthy|degraded|impossible)\b/i,
  /\bno (?:(?:aws|iam|such|matching|valid|active) )*(?:access|permissions?|role|trust|connection|such)\b|\blost (?:the |our )?(?:access|connect\w+)\b|\b(?:40[13]) (?:forbidden|unauthorized|error|when)|\breturned (?:an? )?(?:http )?40[13]\b/i,
  /\bneeds? (?:your )?attention\b|\baction (?:is )?(?:required|needed)\b|\b(?:collection|monitoring|sync\w*|polling|scans?|scanning|ingestion)\b[^\n]{0,60}\b(?:stopped|paused|suspended|interrupted)\b/i,
]

/** A sentence that tells what to check says nothing of what failed. */
const advice =
  /^\W*(?:(?:message|error|detail|details|reason|description|hint|suggestion)\W+)?(?:please|check|verify|make sure|ensure|confirm|double-check|review|see|try|go to|if|in case|unless|possible|the most common|to (?:fix|resolve|check|learn))\b(?! (?:failed|error|status))/i

const status = /(?::|\W-|\W–|\W—|=)\s*(?:failed|failure|error|denied|invalid)\W*$/i

/** Errors of programs. */
const programNoise =
  /\bconfiguration is invalid\b|\bclass\b[^.\n]{0,80}\b(?:could not be found|not found|must extend)\b|\b(?:SQL )?(?:compilation|parse|parsing) error\b|\bgcloud\b|\bstorage\.(?:objects|buckets)\.|\bERROR! |\bplaybooks?\b|\b(?:undefined|TypeError|SyntaxError|ValueError|panic|invalid character|likely a bug|command|shell|filesystem)\b/i

/** Names an error of a program, a script, or its configuration. */
const programError =
  /\bConversion from JSON failed\b|\bUnexpected (?:character encountered|token)\b|\bis not subscriptable\b|\bhas no attribute\b|\b(?:Type|Syntax|Attribute|Reference|Key)Error:|\bNullPointerException\b|\bCannot read propert(?:y|ies) of\b|\bClass \S{1,100} could not be found\b|\bError: Cycle:|\b(?:creating|dependency) (?:a )?cycle\b|\bcircular (?:dependency|reference)\b/

/** An answer in another format than the program expects. */
const unreadAnswer =
  /\binvalid character '.{1,4}' (?:looking for|after)\b|\bUnexpected token\b[^\n]{0,40}\bJSON\b|\bis not valid JSON\b|\bJSONDecodeError\b|\bExpecting value: line 1 column 1\b|\bcannot unmarshal\b|\b(?:failed to|could not|cannot|unable to|error) (?:unmarshal|decod|pars|deserializ)\w*\b[^\n]{0,40}\b(?:response|answer|reply|body)\b|\bunexpected end of JSON\b|\bnot (?:a )?valid JSON (?:response|answer)\b/i

const ofRequest =
  /\b(?:POST|GET|PUT|PATCH)\b\s+\S*\/|\b(?:REST API|HTTP|response|status code|request (?:log|ID)|handling request|SDK)\b|\bhttps?:\/\/\S*\bapi\b/i

export const isUnreadAnswer = (text: string): boolean =>
  unreadAnswer.test(text) && ofRequest.test(text) && !/\bpolicy\b[^\n]{0,40}\bJSON\b|MalformedPolicyDocument/i.test(text)

/** A program in Python shows nothing but the name of a member that it misses. */
const bareKey =
  /\b(?:error|exception|failed)\b(?![^\n]*\b(?:role|bucket|profile|account|user|policy|arn|not|invalid|found|exist\w*|denied)\b)[^\n]*: '[a-z_]\w{0,40}'[ \t]*$/im

export const isProgramError = (text: string): boolean => programError.test(text) || bareKey.test(text)

const longestLine = 200

/** The error of a program, as the last line that has one shows it; empty where that line is too long to repeat. */
export function programErrorLine(text: string): string {
  const line = text.split('\n').findLast((each) => isProgramError(each)) ?? ''
  return line.length > longestLine ? '' : line.trim().replace(/[.`]+$/, '')
}

/** Programs tell so when their first call with the credentials failed, whatever AWS answered. */
const hiddenError =
  /\b(?:could ?n[o'’]t|cannot|can['’]t|unable to|failed to) (?:get|determine|retrieve|resolve|find out) (?:the |your |my |an? )?(?:aws )?account[ -]?id\b(?![^\n]*(?:AccessDenied|denied|api error|status code))|\b(?:provider |aws |sts |iam )?(?:client|session) (?:is |was |has )?not (?:been )?(?:configured|initiali[sz]ed|set up)\b/i

export const isErrorHidden = (text: string): boolean => hiddenError.test(text)

export const isOfProgram = (text: string): boolean => programNoise.test(text)

/** Errors of networks and sign-ins, which are about neither the role nor the product's connection to it. */
const noise =
  /\b(?:null|instance profiles?|timed? ?out|ENOTFOUND|ECONN\w+|DNS|TLS|SSL|certificates?|sockets?|proxy|hosts?|hostname|firewall|connection refused|SASL|database|password)\b/i

/** Systems that a product connects to in addition to AWS, and that have connections, accounts, tokens, and roles of their own. */
const otherSystem =
  /\b(?:google|gcp|gcs|bigquery|azure|entra|microsoft|github|gitlab|bitbucket|jira|confluence|slack|pagerduty|okta|auth0|salesforce|hubspot|zendesk|stripe|kubernetes|kubectl|k8s|pods?|helm|docker|container registry|postgres\w*|mysql|mariadb|mongodb|redis|oracle|sql|snowflake|warehouse|service account|managed identity|service principal|workload identity|subscription|tenant|vault|kafka|topic)\b/i

/** The person who uses the product, and not the product in AWS. */
const ofUser =
  /\b(?:you|user) (?:do(?:es)? not|do(?:es)?n['’]t|are not|aren['’]t|is not|isn['’]t)\b[^\n]{0,40}\b(?:permissions?|access|role|allowed|authorized)\b(?![^\n]{0,60}\b(?:aws|iam|s3|sts|bucket)\b)|\byour role (?:in|on|does|is)\b[^\n]{0,60}\b(?:workspace|organization|project|team|add|edit|manage|view)\b/i

const namesAws =
  /\b(?:aws|amazon|iam|sts|arn|s3(?!-(?:sink|source|connector))|cross[- ]account|external[ -]?id|assumerole|assum\w+ (?:\S+ ){0,4}role|role assumption|trust (?:policy|relationship))\b/i

const otherProgram = /\b(?:vault|kafka|brokers?|producer|consumer|zookeeper)\b/i

/** The text names a system of its own, and AWS only in URLs. */
export const isOfOtherProgram = (text: string): boolean => otherProgram.test(text) && !namesAws.test(text.replace(/\bhttps?:\/\/\S+/g, ''))

/** About another system than AWS, or about the product's own users. */
const isOfOthers = (clause: string): boolean => (otherSystem.test(clause) && !namesAws.test(clause)) || ofUser.test(clause)

export const isAdvice = (clause: string): boolean => advice.test(clause) && !status.test(clause)

/** An announced change, which has failed for nobody yet. */
const announcement =
  /\bwill (?:begin|start|soon|prohibit|require|be (?:required|deprecated|removed|enforced|discontinued|retired|disabled|deactivated|suspended))\b|\b(?:starting|effective|beginning) (?:on |from |in )?(?:[A-Z][a-z]{2,8}\.? \d|\d)/

const happened = /\b(?:errors?|failed|denied|unable|could(?: not|n['’]t)|rejected|AccessDenied)\b/i

const isAnnouncement = (text: string): boolean => announcement.test(text) && !happened.test(text)

/** The sentences, and the parts of sentences, that tell that something went wrong with AWS or with the product's connection. */
export const failedClauses = (text: string): readonly string[] =>
  (isAnnouncement(text) ? [] : clausesOf(text)).filter(
    (clause) =>
      negative.some((form) => form.test(clause)) &&
      !isAdvice(clause) &&
      !noise.test(clause) &&
      !programNoise.test(clause) &&
      !isOfOthers(clause),
  )

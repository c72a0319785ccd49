/** What a text tells about a denied call in addition to AWS's words. */
export type Circumstance =
  /** The call that the text shows sends no external ID. */
  | 'no-external-id'
  /** One call that the text shows sends an external ID, and another one does not, or is not shown. */
  | 'external-id-elsewhere'
  | 'no-mfa'
  | 'works-elsewhere'
  | 'works-later'
  | 'github-action'

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

const sentences = (text: string): readonly string[] => text.split(/[.!?](?=\s|$)|\n/)

const worked =
  /(?<!\b(?:not|n['’]?t|longer|never|to|should|must|only|doesnt|dont) )\b(?:works?|worked|working|succeeds?|succeeded|goes through|(?:can|could|able to) (?:be )?assumed?)\b(?! (?:with|without|on)? ?(?:this|an?) (?:issue|bug))/i

const elsewhere =
  /\b(?:aws[- ]?cli|cli|command[- ]line|shell|terminal|console|manually|by hand|locally|laptop|postman|sts assume-role|boto3?|(?:same|these|those) (?:\w+ )?(?:role|profile|keys?|credentials?|user|config\w*|creds)|(?:older|previous|earlier) version|version \d)\b/i

const later =
  /\b(?:(?:second|next|another|third) (?:time|run|try|attempt)|re-?run\w*|retr(?:y|ies|ying)|(?:try|run)(?:ning|ing)? (?:it )?again|after (?:a|some|a few|several|about|\d+) (?:while|time|seconds?|minutes?|hours?)|second time)\b/i

const isRandom = /\b(?:intermittent(?:ly)?|sporadic(?:ally)?|race condition|randomly fails?|fails? randomly|sometimes (?:works?|fails?))\b/i

const withoutMfa = /\bhas no MFA serial defined\b|\bMFA not needed\b|\bno mfa_serial\b/i

type Sign = { readonly circumstance: Circumstance; readonly is: (text: string) => boolean }

const isUnsent = (call: string): boolean => !sendsId.test(call) && !isOpen.test(call)
const sends = (text: string): boolean => calls(text).some((call) => sendsId.test(call))

const worksElsewhere = (text: string): boolean => sentences(text).some((said) => worked.test(said) && elsewhere.test(said))

const signs: readonly Sign[] = [
  { circumstance: 'no-external-id', is: (text) => !sends(text) && calls(text).some(isUnsent) },
  {
    circumstance: 'external-id-elsewhere',
    is: (text) => sends(text) && (calls(text).some(isUnsent) || worksElsewhere(text)),
  },
  { circumstance: 'no-mfa', is: (text) => withoutMfa.test(text) },
  { circumstance: 'works-elsewhere', is: worksElsewhere },
  {
    circumstance: 'works-later',
    is: (text) => isRandom.test(text) || sentences(text).some((said) => worked.test(said) && later.test(said)),
  },
  {
    circumstance: 'github-action',
    is: (text) => /configure-aws-credentials|\brole-to-assume\b|\/GitHubActions\b|Could not assume role with user credentials/i.test(text),
  },
]

/** Longer texts are logs without prose. */
const longestText = 30_000

export function circumstancesIn(text: string): readonly Circumstance[] {
  const short = text.slice(0, longestText)
  return signs.filter(({ is }) => is(short)).map(({ circumstance }) => circumstance)
}

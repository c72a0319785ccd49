/** The kind of value that a field of a form, or a setting of a program, takes. */
export type Field = 'account' | 'role-arn' | 'role-name' | 'external-id' | 'bucket' | 'location'

/** A field that rejects its value. `entered`: a value of another form than the field takes; null where the text shows none. */
export type RejectedField = {
  readonly field: Field
  readonly entered: string | null
  readonly isSpaced: boolean
  readonly isBlank: boolean
  readonly isOfConsole: boolean
}

type Form = 'account' | 'role-arn' | 'name' | 'location' | 'other'

/** The more exact first: the ARN of a role isn't its name. */
const fields: readonly (readonly [field: Field, name: RegExp])[] = [
  ['external-id', /\bexternal[ _-]?id\b|externe[rn]? ID\b|\b(?:ID|identifiant|identificador) extern[eo]\b|外部\s?ID/i],
  ['role-name', /\brole[ _-]?name\b|\bRollenname\w*|\bnom du rôle|\bnombre del rol\b/i],
  ['role-arn', /\barn\b(?!:)|[a-z]Arn\b|_arn\b|\bIAM role\b(?=[^\n]{0,20}\bgot\b)/i],
  [
    'account',
    /(?<![a-z])account(?:[ _-]?(?:ids?|numbers?|no\b)|Id\b)|\b(?:principal|trusted|aws) account(?=["'”]? (?:field |only )?(?:wants|takes|must|should|accepts))|\bKonto-?ID\b|\bKontonummer\b|\bID de (?:la )?(?:compte|cuenta|conta)\b|アカウント\s?ID/i,
  ],
  ['bucket', /\bbucket[ _-]?name\b|\bname of (?:the |a |your )?bucket\b|\bbucket (?:field|box)\b/i],
  ['location', /\b(?:url|uri)s?\b|_locations?\b|\blocation\b/i],
]

/** Rejects a value for its form, and not what it stands for. */
const complaint =
  /\b(?:in|un)?valid\b|\binvalid\b|\bmalformed\b|\b(?:must|should|needs? to|has to|ha(?:ve|s) to) (?:be|have|contain|start|begin|match|look|not)\b|\b(?:takes?|wants?|accepts?|allow(?:s|ed)?|rejects?|only)\b[^\n]{0,20}\b(?:numbers?|digits?|numeric|letters)\b|\b(?:does ?n['’]?o?t|do ?n['’]?o?t|did ?n['’]?o?t|won['’]?t|will not|can['’]?t|cannot)(?: (?:take|accept|like|allow|look|recognize))\b|\brejects?\b|\b(?:wrong|expected|unexpected|required|correct) (?:format|pattern|length|prefix)\b|\bexpect(?:s|ed|ing)?\b[^\n]{0,30}\b(?:digits?|length|arn|got)\b|\bmatch(?:es)? (?:the )?pattern\b|\b(?:ungültig\w*|gültige\w*|muss|darf|inválid\w+|no (?:es )?válid\w+|non valide|invalide|doit|debe|deve)\b|無効|正しくありません/i

/** Says that AWS or the role refused, whatever the form of the value is. */
const ofAccess =
  /\b(?:assum\w+(?! role arn\b)|denied|authorized|permissions?|trust(?:ed|s)?|exist\w*|not (?:be )?found|expired|already|unreachable|wildcards?)\b|\(Service: |\bAn error occurred \(/i

const quoted = `["'“‘\`«(]`

/** The values that a message or a person says were given. */
const given: readonly RegExp[] = [
  new RegExp(
    `\\b(?:got|entered|received|provided|put|pasted|typed|enter|value(?: of| is)?|found in|for|in)[ :=]{1,3}${quoted}([^"'”’\`»)\\n]{1,200})["'”’\`»)]`,
    'gi',
  ),
  new RegExp(
    `(?:\\b(?:arn|url|uri|name|id|number|ID)\\b|[a-z]Arn\\b|_\\w+)["'”’]?[ :=]{1,3}${quoted}([^"'”’\`»)\\n]{1,200})["'”’\`»)](?=[^\\n]{0,40}(?:valid|expect|must|ungültig|form|\\W*$))`,
    'gim',
  ),
  new RegExp(`${quoted}([^"'”’\`»)\\n]{1,200})["'”’\`»)] (?:is|ist|n['’]est|no es|não é)(?: not|n['’]t)?\\b`, 'gi'),
  /\b(?:location|url|uri|bucket|account(?: id)?|arn)[ :]{1,2}((?=\S*[\d./:-])[\w./:-]{2,200}?) (?:is not|isn['’]t|is) (?:an? )?(?:in)?valid\b/gi,
  /^[ \t]*(?:role ?arn|account ?id|external ?id)[ \t]*[:=][ \t]*(\S{1,200})[ \t]*$/gim,
]

/** Values that their form alone shows. */
const shaped =
  /\barn:[\w-]{1,20}:(?:iam|sts|s3)::\d{0,12}:?[\w+=,.@:/*-]{0,200}\w|\bs3:\/\/[\w./-]{1,200}|\bhttps:\/\/\S{0,60}console\.aws\.amazon\.com\/[^\s"')]{1,200}|(?<![\d-])\d{4}[- ]\d{4}[- ]\d{4}(?![\d-])/g

function formOf(value: string): Form {
  if (/^arn:[\w-]+:iam::\d{12}:role\/[\w+=,.@/-]*\w$/.test(value)) return 'role-arn'
  if (/^\d{12}$/.test(value)) return 'account'
  if (/^s3:\/\/\w/.test(value)) return 'location'
  return /^[\w+=,.@-]{1,128}$/.test(value) ? 'name' : 'other'
}

const taken: Readonly<Record<Field, Form>> = {
  account: 'account',
  'role-arn': 'role-arn',
  'role-name': 'name',
  'external-id': 'name',
  bucket: 'name',
  location: 'location',
}

const isField = (words: string): boolean => fields.some(([, name]) => name.test(words))

/** The one next to the complaint, where a line names several. */
function fieldIn(words: string): Field | undefined {
  const at = Math.max(0, words.search(complaint))
  const named = fields.flatMap(([field, name]) => {
    const index = words.search(name)
    return index === -1 ? [] : [{ field, distance: Math.abs(index - at) }]
  })
  return named.sort((one, other) => one.distance - other.distance)[0]?.field
}

const isFieldName = (value: string): boolean =>
  isField(value) || /^[A-Z]+(?:_[A-Z]+)+$|^(?:null|none|undefined|true|false|string)$/i.test(value)

/** The example in a message shows the form that the field takes. */
const example = /\b(?:like|such as|e\.g\.|for example|example|pattern|format|z\. ?B\.|start\w* with)[^\w\n]{0,6}(?:arn:|s3:\/\/)\S*/gi

type Given = { readonly value: string; readonly isTold: boolean }

const valuesIn = (near: string): readonly Given[] => {
  const text = near.replace(example, ' ')
  const told = given.flatMap((form) => [...text.matchAll(form)].map(([, value = '']) => ({ value, isTold: true })))
  const all = [...told, ...[...text.matchAll(shaped)].map(([value]) => ({ value, isTold: false }))]
  return all.filter(({ value }) => value.trim() !== '' && !isFieldName(value))
}

/** A value of the right form next to another one is the rejected one, unless the text says which was entered. */
function otherForm(field: Field, near: string): string | null {
  const values = valuesIn(near)
  const isOther = ({ value }: Given): boolean =>
    formOf(value.trim()) !== taken[field] && !/\s/.test(value.trim().replace(/[- ](?=\d)/g, ''))
  const told = values.find((each) => each.isTold && isOther(each))
  const isRight = values.some((each) => !isOther(each))
  return (told ?? (isRight ? undefined : values.find(isOther)))?.value.trim() ?? null
}

const spaced =
  /\b(?:trailing|leading|extra|additional|surplus) (?:white ?)?(?:space|blank|newline|line break)s?\b|\b(?:space|blank|newline)s? (?:at the (?:end|beginning|start)|behind|after|before|in front)\b|["'“]\s+(?:arn:|\d{12})|(?:arn:\S{1,200}|\d{12})[ \t]+["'”]|Leerzeichen|espace en trop|空白|スペース/i

/** The IAM console asks for the account that the role trusts. */
const ofConsole =
  /\bAnother AWS account\b|\btrusted (?:entity|account)\b|\bcreat\w+ (?:a |the |an |new |IAM )*role\b|\b(?:IAM|AWS) console\b|\bprincipal\b/i

/** A form doesn't go on without the value. */
const blank =
  /\b(?:can(?:not|['’]?t)|must ?n[o'’]t|may not|not)\b[^.\n]{0,40}\b(?:blank|empty)\b|\b(?:left|leave|leaving)\b[^.\n]{0,20}\b(?:blank|empty)\b[^\n]{0,80}\b(?:cannot|can['’]?t|error|required|not)\b/i

const lines = (text: string): readonly string[] =>
  text
    .split(/\n|(?<=[.!?])\s+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

const nameless = /\b(?:this|the) (?:field|value|input|entry)\b/i

/** Only a bucket’s URL is of AWS. */
const isOfAws = (field: Field, text: string): boolean =>
  field === 'location' || field === 'bucket' ? /\b(?:s3|buckets?|storage)\b|\b\w+_(?:allowed_)?locations?\b/i.test(text) : true

const longestLine = 600

/** Values hold words of their own. */
const withoutValues = (line: string): string => line.replace(/\b(?:arn:|s3:\/\/|https?:\/\/)[^\s"'”’)]{1,300}/g, ' ')

/** Rejects every other form, whatever was entered. */
const strict = /\b(?:must|muss|doit|debe|deve|only|should)\b|\b1[02][- ](?:digits?|characters?|chiffres|d[ií]gitos|Ziffern)\b|\btake\b/i

/** Tells which characters a value may have. */
const ofForm = /\b(?:at (?:least|most) \d+|\d+ characters?|characters? long|regular expression|too (?:short|long)|invalid characters?)\b/i

/** True for a text that rejects a value for its form, as far as the text shows it. */
export const isRejection = ({ field, entered, isSpaced, isBlank }: RejectedField, text: string): boolean =>
  entered !== null ||
  (isSpaced && field !== 'role-name') ||
  (isBlank && field === 'account') ||
  (field === 'account' && strict.test(text)) ||
  (field === 'external-id' && ofForm.test(text))

/** An ARN of something that isn't a role. */
const otherArn =
  /(?:instance[ -]?profile|\b(?:kms|key|topic|queue|policy|certificate|function|secret|cluster|stack|user|log group|resource|table|stream))s?[ '"`.]*arn\b/i

const isComplaint = (line: string, words: string): boolean =>
  line.length <= longestLine && (complaint.test(words) || blank.test(words)) && !ofAccess.test(words) && !otherArn.test(words)

function rejectedAt(all: readonly string[], at: number, text: string): RejectedField | null {
  const line = all[at] ?? ''
  const words = withoutValues(line)
  if (!isComplaint(line, words)) return null
  const near = [all[at - 1] ?? '', line, all[at + 1] ?? ''].join('\n')
  const field = fieldIn(words) ?? (nameless.test(words) ? fieldIn(withoutValues(near)) : undefined)
  if (field === undefined || !isOfAws(field, text)) return null
  const isBlank = field === 'account' && blank.test(words)
  return {
    field,
    entered: isBlank ? null : otherForm(field, near),
    isSpaced: spaced.test(text),
    isBlank,
    isOfConsole: ofConsole.test(text),
  }
}

/** The field of a product, of the console or of a program whose form a value doesn’t have. Null where the text rejects none. */
export function rejectedField(text: string): RejectedField | null {
  const all = lines(text)
  return all.map((_, at) => rejectedAt(all, at, text)).find((rejected) => rejected !== null) ?? null
}

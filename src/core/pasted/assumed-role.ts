import { clausesOf } from './vendor-sentence.ts'

/** One of several steps that a product shows with their results. */
const assumedStep =
  /\bassum\w*[ _]?(?:the |iam )*role\b[ \t]*(?::|=|-|–|—|\.{2,})?[ \t]*(?:ok\b|success\w*|succeeded|passed|done|✔|✓|✅)(?![ \t]*\w+ ?✖)|(?:✔|✓|✅|\[x\]|\[ok\])[ \t]*(?:could )?assum\w*[^\n]{0,20}?role\b|\brole:? ok(?:ay)?\b|\btrust(?: policy| relationship)?\b\W{1,4}(?:passed|ok\b|valid\b|✓|✔|✅)/i

/** In a sentence. */
const assumed =
  /\b(?:(?:were|was|are|am|is) able to|could|can|successfully|managed to) assum(?:e|ed)\b(?! that)|\bassumed\b[^.\n]{0,60}\bsuccessfully\b|\brole (?:was|has been|is) (?:successfully )?assumed\b|\bassum\w+ (?:the |your )?role (?:works|worked|succeeds|succeeded|is fine|was fine|is ok)\b/i

/** In a passive that tells of the past. */
const assumedElsewhere =
  /\bwurde\b(?![^.\n]{0,30}\bnicht\b)[^.\n]{0,40}(?:angenommen|übernommen)(?!\p{L})|\ba été (?:assumé|endossé)|(?<!\bno )\b(?:fue|ha sido) asumid|(?<!não )\bfoi assumid|(?<!\bnon )è stat[oa] assunt|ロール[^。\n]{0,20}引き受けました/iu

const notAssumed =
  /\b(?:not|n['’]t|un(?:able)|cannot|fail\w*|denied|error)\b[^.\n]{0,40}\bassum\w+|\bassum\w+[^.\n✔✓✅✖✗❌]{0,40}\b(?:fail\w*|denied|error|rejected)\b|\bif\b|\bshould\b/i

const deniedWords =
  /\b(?:access ?denied|denied|forbidden|unauthorized|403|not authorized|fail(?:s|ed)?)\b|\b(?:could|can|did)(?: not|n['’]t|not)\b|\bunable\b|\bmissing\b|verweigert|refusé|denegad|negad|negat|拒否/i

/** Calls of services, by the beginnings of their names. */
const call = /\b(?:Get|List|Describe|Put|Head|Batch|Lookup|Search|Query|Scan|Select|Receive|Create|Update|Delete)[A-Z][A-Za-z]{2,40}\d?\b/g

/** The calls that failed with the assumed role. Null where the text doesn't say that it was assumed. */
export function callsOfAssumedRole(text: string): readonly string[] | null {
  const clauses = clausesOf(text)
  const isAssumed =
    assumedStep.test(text) ||
    assumedElsewhere.test(text) ||
    clauses.some((clause) => assumed.test(clause) && !notAssumed.test(clause.replace(/\bbut\b.*$/i, '')))
  if (!isAssumed || clauses.some((clause) => notAssumed.test(clause.replace(assumedStep, ' ').replace(assumed, ' ')))) return null
  const failed = clauses
    .flatMap((clause) => clause.split(/[✔✓✅,]|\bbut\b|\baber\b|\bmais\b|\bpero\b|(?=[✖✗✘❌])/))
    .filter((part) => deniedWords.test(part))
  if (failed.length === 0) return null
  return [...new Set(failed.flatMap((part) => part.match(call) ?? []))]
}

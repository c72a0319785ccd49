/** The parts of sentences too: "works here but not there". A line that goes on with a lowercase letter belongs to the one before. */
export const sentencesIn = (text: string): readonly string[] =>
  text.replace(/\n(?=[a-z])/g, ' ').split(/[.!?](?=\s|$)|\n|,? (?:but|however|although|though)\b/)

const worked =
  /(?<!(?:\b(?:not|longer|never|to|should|must|only|doesnt|dont|if|stop|stops|stopped|ceased?|quit)|n['’]t) )\b(?:works?|worked|working|succeeds?|succeeded|goes through|went through|(?:is|was|everything['’]?s) (?:then )?(?:fine|ok(?:ay)?|successful)|(?:can|could|able to) (?:be )?assumed?|(?:(?:is|was|its|it['’]s) )?(?:then )?(?:gone|resolved|solved)|goes away|went away|disappears?|disappeared|no (?:longer|more) (?:an? )?(?:error|issue|problem)s?|(?:error|issue|problem)s? (?:go away|disappear|vanish(?:es|ed)?)|(?:fix|solv|resolv)e[sd] (?:it|this|that|the (?:\w+ )?(?:error|issue|problem)))\b(?! (?:with|without|on)? ?(?:this|an?) (?:issue|bug))/i

const isCondition =
  /^\W*(?:should|would|will|does|can|could)\b|\b(?:should|would|hopefully|expect\w*|hope\w*) (?:it |this |that |the \w+ )?(?:be |to )?\w*\b(?:work|succeed|fine)/i

/** Says that something worked, and not that it should. */
export const saysWorked = (sentence: string): boolean => worked.test(sentence) && !isCondition.test(sentence)

const elsewhere =
  /\b(?:aws[- ]?cli|cli|command[- ]line|shell|terminal|console|manually|by hand|locally|laptop|postman|sts assume-role|boto3?|(?:same|these|those) (?:\w+ )?(?:role|profile|keys?|credentials?|user|config\w*|creds)|(?:older|previous|earlier) version|version \d)\b/i

/** A call that works shows that there is a role, and that it trusts some caller. */
const works: readonly RegExp[] = [
  /\b(?:I|we) (?:(?:also|can|could|do|did|successfully|still) ){0,2}(?:get|got|receive|received|obtain|obtained)\b[^.\n]{0,60}(?:temporary|credentials?|keys?|session token)(?![a-z])[^.\n]{0,80}\b(?:when|with|using|by|via|from|after)\b/i,
  /\b(?:I|we|you) (?:can|could|am able to|are able to|was able to|were able to) (?:successfully |manually |also |still )*(?:assume|switch (?:in)?to)\b/i,
  /\b(?:if|when|once) (?:I|we) (?:manually )?(?:assume|switch|call|use|run)\b[^.\n]{0,120}(?:\b(?:works?|worked|succeeds?|succeeded|fine)\b|\b(?:I|we) can\b|\b(?:I['’]m|we['’]re|am|are) able\b)/i,
  /\b(?:same|that|above|this|the|my|our) (?:\w+ ){0,4}(?:role|arn|role arn|trust policy|credentials|external id)\b[^.\n]{0,120}\b(?:works?|worked|is working)(?: (?:fine|well|perfectly|great|correctly|ok|okay|as expected|without|in|with|from|when|for|via|on))\b/i,
  /\bassum\w+ (?:\w+ ){0,3}role\b[^.\n]{0,80}\b(?:manually|by hand|locally|with the cli|via (?:the )?cli|from (?:the |my )?(?:cli|terminal|console|laptop|machine))\b[^.\n]{0,60}\b(?:works?|worked|fine|succe\w+|no (?:problem|issue|error)s?)\b/i,
  /\b(?:works?|worked|working)(?: \w+)? (?:manually|locally|(?:with|using|via|from|in|on) (?:the |my |a )?(?:aws )?(?:cli|command line|terminal|console|laptop|local machine|boto3?|sdk|postman|other (?:services|tools|accounts|products|stacks)))\b/i,
  /\b(?:I|we) can (?:see|list|read|access|get|fetch|download|query)\b[^.\n]{0,80}\b(?:with|using|via|from|through) (?:the |my |a |an )?(?:same |aws )*(?:role|profile|cli|credentials|console|account)\b/i,
  /\b(?:in|with|from) other (?:services|tools|products|stacks|accounts)[^.\n]{0,40}\b(?:works?|can|able)\b/i,
  /\b(?:not (?:happening|reproducible|occurring)|works?(?: fine)?|worked(?: fine)?) (?:in|with|on|until|before|up to) (?:the )?(?:version |release |tag )?v?\d+\.\d+/i,
]

const worksNot =
  /\b(?:not|never|only|stopped|longer|no)\b[^.\n]{0,12}\bwork|n['’]t (?:\w+ )?work|\b(?:should|might|may|would|will|must|hope\w*|expect\w*|want\w*|need\w*|so that|how|assuming)\b[^.\n]{0,60}\b(?:works?|assume|able|can)\b|\bcan(?:not|['’]t)? (?:I|we) assume\b/i

/** The same call, made in another way. */
const onlyOneFails =
  /\b(?:I|we) can (?:see|list|read|access|fetch|download)\b[^.\n]{0,80}\bbut\b[^.\n]{0,80}\b(?:via|with|through|using|from|when)\b/i

/** The role, or the same call, works when it's used in another way. */
export const worksElsewhere = (text: string): boolean =>
  onlyOneFails.test(text) ||
  sentencesIn(text).some(
    (said) => (saysWorked(said) && elsewhere.test(said)) || (!worksNot.test(said) && works.some((form) => form.test(said))),
  )

const later =
  /\b(?:(?:second|next|another|third|2nd) (?:time|run|try|attempt|apply|deploy\w*|execution)|re-?run\w*|re-?appl\w+|retr(?:y|ies|ying|ied)|(?:try|run)(?:ning|ing)? (?:it )?again|after (?:a|some|a few|several|about|\d+) (?:while|time|seconds?|minutes?|hours?|retr\w+)|(?:seconds?|minutes?|hours?) later|second time)\b/i

const isRandom =
  /\b(?:intermittent(?:ly)?|sporadic(?:ally)?|race condition|randomly fails?|fails? randomly|sometimes (?:works?|fails?)|from time to time|now and then|once in a while|every so often)\b/i

export const worksSometimes = (text: string): boolean => isRandom.test(text)

/** Something that works until it doesn't. */
const endsLater = /\bstop(?:s|ped)?\b|\bafter\b[^.]*\b(?:fails?|failed|expires?|expired|breaks?|broke)\b/i

/** It worked after a while, and nothing else was changed. */
export const worksLater = (text: string): boolean =>
  !isRandom.test(text) && sentencesIn(text).some((said) => saysWorked(said) && later.test(said) && !endsLater.test(said))

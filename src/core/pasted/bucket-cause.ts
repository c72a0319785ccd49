/** The reason that a text gives for a bucket that can't be accessed. `owner`: the objects belong to another account. */
export type BucketCause = 'owner' | 'denied' | 'unknown'

/** A bucket policy doesn't apply to such objects. https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html */
const otherOwner: readonly RegExp[] = [
  /\b(?:objects?|files?|data|reports?)\b[^.\n]{0,60}\b(?:owned|uploaded|written|put|delivered|created) by (?:an? |the )?(?:another|different|other|second|foreign|aws(?:[- ]managed)?|external) (?:\w+ )?(?:account|owner)\b/i,
  /\b(?:another|different|other) (?:aws )?account (?:owns|uploads?|uploaded|writes|wrote) (?:the |these |those )?(?:objects?|files?|data)\b/i,
  /\b(?:objects?|files?)\b[^.\n]{0,40}\b(?:not|n['’]t) (?:owned by|belong to) (?:us|our|the bucket(?:['’]s)?|my)\b/i,
]

const denied =
  /denied|\bforbidden\b|\b403\b|\bunauthorized\b|\bnot (?:authorized|allowed|permitted)\b|\bpermissions?\b|\bno access\b|\bautorisations?\b|\bpermisos?\b|berechtig|verweigert|\brefusé|\bdenegad|\bnegad|権限|拒否|权限|拒绝|권한|거부/i

export function bucketCause(text: string): BucketCause {
  if (otherOwner.some((form) => form.test(text))) return 'owner'
  return denied.test(text.replaceAll('_', ' ')) ? 'denied' : 'unknown'
}

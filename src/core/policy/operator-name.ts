/** Every name that an operator can have, in any letter case. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const operatorName =
  /^(ForAllValues:|ForAnyValue:)?(Null|(String(Not)?(Equals(IgnoreCase)?|Like)|Arn(Not)?(Equals|Like)|Bool|Binary(Equals)?|(Not)?IpAddress|(Numeric|Date)((Not)?Equals|LessThan(Equals)?|GreaterThan(Equals)?))(IfExists)?)$/i

/** Those that a misspelled name can mean. */
export const usualOperators = [
  'StringEquals',
  'StringNotEquals',
  'StringLike',
  'StringNotLike',
  'ArnEquals',
  'ArnLike',
  'Bool',
  'Null',
  'IpAddress',
  'NotIpAddress',
  'NumericEquals',
  'NumericLessThan',
  'DateLessThan',
  'DateGreaterThan',
]

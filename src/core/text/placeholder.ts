const forms: readonly RegExp[] = [
  /<[^<>]*>|\{\{[^{}]*\}\}|%[A-Za-z_]+%|__[A-Za-z_]+__|\[\[?[A-Za-z][A-Za-z _-]+\]\]?/,
  /(?:replace|change|insert|put|enter|fill|supply|paste)[\s_-]*(?:me|this|here|with|in|your|it)(?![a-z])/i,
  /(?:^|[:/_-])your[\s_-]?(?:own|[a-z]*id|account|external|aws|role|vendor|company|name|unique|bucket|kms|key)/i,
  /^arn:[\w-]+:(?:iam|sts)::(?![\d*?$]|arn:)[^:]+:/,
  /^(?:todo|tbd|changeme|placeholder|example|dummy)\b/i,
  /[\s_-]here$/i,
  /^(?:my|the|some)?[\s_-]?external[\s_-]?id$/i,
  /(?:^|::)[xX#?.]{3,}(?:$|:)|^x{2,}(?:-x+)*$/i,
  /(?:^|::)(?:0+|123456789012)(?:$|:)/,
  /(?:^|::)(?=[A-Z_-]*(?:ID|ACCOUNT|NAME|EXTERNAL|VENDOR|ROLE|ARN))[A-Z]{2,}(?:[_-][A-Z]{2,})+(?:$|:)/,
]

/** True for a text that its author meant to be replaced. */
export const isPlaceholder = (text: string): boolean => forms.some((form) => form.test(text))

import { type RuleCase, type RuleCases, rightTrustPolicy } from '#core/rules/rule-case.test-data.ts'

const written = (name: string, text: string): RuleCase => ({ name, text })
const changed = (name: string, from: string, to: string): RuleCase => written(name, rightTrustPolicy.replace(from, to))
const encoded = encodeURIComponent(rightTrustPolicy)
const awsRole = `{ "Role": { "RoleName": "x", "AssumeRolePolicyDocument": ${rightTrustPolicy} } }`

const wrongAndAlmost: Readonly<Record<string, Omit<RuleCases, 'good'>>> = {
  JSON01: {
    bad: [
      written('nothing', ' \n'),
      written('YAML', 'Version: "2012-10-17"\nStatement:\n  - Effect: Allow\n'),
      written('YAML with dashes', '---\nVersion: "2012-10-17"\n'),
      written('HTML', '<html><body>{}</body></html>'),
      written('URL-encoded text', encoded),
      written('Terraform', 'resource "aws_iam_role" "x" {\n}\n'),
      written('a command', 'aws iam get-role --role-name x'),
      written('an ARN', 'arn:aws:iam::111122223333:role/x'),
      written('an account number', '111122223333'),
      written('a fence of code', `\`\`\`json\n${rightTrustPolicy}\n\`\`\``),
      written('an error', 'An error occurred (MalformedPolicyDocument) when calling CreateRole'),
      written('words', 'please connect me'),
      written('a part without the first bracket', rightTrustPolicy.slice(1)),
      written('JSON as HTML has it', rightTrustPolicy.replaceAll('"', '&quot;')),
      written('JSON as a log has it', JSON.stringify(rightTrustPolicy).slice(1, -1)),
    ],
    nearMiss: [
      written('JSON behind blank lines', `\n\n  ${rightTrustPolicy}`),
      written('JSON behind a comment, which has a rule of its own', `// mine\n${rightTrustPolicy}`),
      written('a list', '[]'),
    ],
  },
  JSON02: {
    bad: [
      changed('behind the last member', 'AssumeRole"', 'AssumeRole",,'),
      written('behind the last statement', rightTrustPolicy.replace(/\}\s*\]/, '},]')),
      written('before the first', rightTrustPolicy.replace('{', '{,')),
    ],
    nearMiss: [changed('a comma in a text', '"Allow"', '"Allow,"')],
  },
  JSON03: {
    bad: [
      written('single quotes', rightTrustPolicy.replaceAll('"', "'")),
      written('curly quotes', rightTrustPolicy.replace(/"([^"]*)"/g, '\u201c$1\u201d')),
      written('low quotes', rightTrustPolicy.replace(/"([^"]*)"/g, '\u201e$1\u201c')),
      written('angular quotes', rightTrustPolicy.replace(/"([^"]*)"/g, '\u00ab$1\u00bb')),
      written('curly single quotes', rightTrustPolicy.replace(/"([^"]*)"/g, '\u2018$1\u2019')),
      changed('backticks', '"Allow"', '`Allow`'),
    ],
    nearMiss: [changed('an apostrophe in a text', '"Allow"', '"Al\'low"')],
  },
  JSON04: {
    bad: [
      changed('to the end of the line', '"Effect"', '// who\n"Effect"'),
      changed('within a line', '"Effect"', '/* who */ "Effect"'),
      changed('as in a shell', '"Effect"', '# who\n"Effect"'),
    ],
    nearMiss: [changed('slashes in a text', '"Allow"', '"http://x /* y */ # z"')],
  },
  JSON05: {
    bad: [
      changed('between members', '"Allow",', '"Allow"'),
      written('between items', rightTrustPolicy.replace(/"sts:AssumeRole"/, '["a" "b"]')),
    ],
    nearMiss: [changed('a line feed before the comma', '"Allow",', '"Allow"\n,')],
  },
  JSON06: {
    bad: [
      changed('an equals sign', '"Effect":', '"Effect" ='),
      changed('nothing', '"Effect":', '"Effect"'),
      changed('an arrow', '"Effect":', '"Effect" =>'),
    ],
    nearMiss: [changed('blanks around it', '"Effect":', '"Effect"  :  ')],
  },
  JSON07: {
    bad: [written('a list closed as an object', '{"Statement":[{"Effect":"Allow"}}'), written('one too many', '{"Statement":{}]}')],
    nearMiss: [changed('a bracket in a text', '"Allow"', '"Allow]}"')],
  },
  JSON08: {
    bad: [
      written('cut off', rightTrustPolicy.slice(0, 120)),
      written('the last bracket is missing', rightTrustPolicy.slice(0, -1)),
      written('cut off in a text', '{"Version": "2012'),
      written('one bracket', '{'),
    ],
    nearMiss: [written('without a line feed at the end', rightTrustPolicy.trimEnd())],
  },
  JSON09: {
    bad: [
      changed('a name', '"Effect"', 'Effect'),
      changed('a text', '"Allow"', 'Allow'),
      changed('as in Python', '"Allow"', 'True'),
      changed('a number with a zero in front', '"Allow"', '012345678901'),
    ],
    nearMiss: [changed('true', '"Allow"', 'true')],
  },
  JSON10: {
    bad: [changed('no closing quote', '"Allow",', '"Allow,'), changed('a line feed in a text', '"Allow"', '"Al\nlow"')],
    nearMiss: [changed('a line feed as an escape', '"Allow"', '"Al\\nlow"')],
  },
  JSON11: {
    bad: [changed('an unknown escape', '"Allow"', '"Al\\low"'), changed('a tab', '"Allow"', '"Al\tlow"')],
    nearMiss: [changed('known escapes', '"Allow"', '"\\u0041l\\tlow\\/\\\\"'), changed('tabs between', '"Effect"', '\t"Effect"')],
  },
  JSON12: {
    bad: [changed('an element', '"Effect": "Allow"', '"Effect": "Allow", "Effect": "Allow"')],
    nearMiss: [changed('other case, which has a rule of its own', '"Effect": "Allow"', '"Effect": "Allow", "effect": "Allow"')],
  },
  JSON13: {
    bad: [written('a second policy', `${rightTrustPolicy}\n${rightTrustPolicy}`), written('a semicolon', `${rightTrustPolicy};`)],
    nearMiss: [written('blank lines', `${rightTrustPolicy}\n\n\n`)],
  },
  JSON14: {
    bad: [
      written('lists', '['.repeat(10_000)),
      written('objects', '{"a":'.repeat(10_000)),
      written('closed lists', '['.repeat(200) + ']'.repeat(200)),
    ],
    nearMiss: [written('many beside each other', `[${'[],'.repeat(500)}[]]`)],
  },
  JSON15: {
    bad: [changed('nothing behind the colon', '"Effect": "Allow",', '"Effect": ,')],
    nearMiss: [changed('an empty text', '"Allow"', '""')],
  },
  JSON16: {
    bad: [changed('a colon too many', '"Effect":', '"Effect"::'), changed('a colon in a list', '"sts:AssumeRole"', '["a": "b"]')],
    nearMiss: [changed('a colon in a text', '"Allow"', '":"')],
  },
  JSON17: {
    bad: [
      written('aws iam get-role', awsRole),
      written('aws iam get-role-policy', `{"RoleName":"x","PolicyDocument":${rightTrustPolicy}}`),
      written('the policy as a text', JSON.stringify(rightTrustPolicy)),
      written('URL-encoded in the answer of the API', JSON.stringify({ Role: { AssumeRolePolicyDocument: encoded } })),
    ],
    nearMiss: [written('no policy in it', '{"Role":{"AssumeRolePolicyDocument":5}}')],
  },
  JSON18: {
    bad: [
      written('no statement', '{"Version":"2012-10-17"}'),
      written('an empty list of statements', '{"Version":"2012-10-17","Statement":[]}'),
      written('a list', '[1]'),
      changed('an unknown element', '"Effect"', '"Efect"'),
      changed('small letters', '"Statement"', '"statement"'),
      changed('more than one', '"Action"', '"Actions"'),
    ],
    nearMiss: [changed('an Id', '"Version"', '"Id": "x", "Version"')],
  },
  JSON19: {
    bad: [
      changed('a number as action', '"sts:AssumeRole"', '5'),
      changed('an account number without quotes', '"arn:aws:iam::111122223333:root"', '111122223333'),
      changed('a text as condition', '"StringEquals": {', '"Bool": "x", "StringEquals": {'),
      written('a text as statement', '{"Statement":["Allow"]}'),
    ],
    nearMiss: [changed('a boolean in a condition', '"StringEquals": {', '"Bool": {"aws:SecureTransport": true}, "StringEquals": {')],
  },
}

/** Every rule is silent about the proposed policy. */
export const syntaxCases: Readonly<Record<string, RuleCases>> = Object.fromEntries(
  Object.entries(wrongAndAlmost).map(([rule, cases]) => [rule, { ...cases, good: [written('the proposed policy', rightTrustPolicy)] }]),
)

import { expect, test } from 'vitest'
import { cloudFormationTemplate } from '#core/artifacts/cloudformation-template.ts'
import { planOf, vendor } from '#core/fixtures.test-data.ts'
import { consultation } from './diagnosis-session.ts'
import { recognizedAs } from './recognized-input.ts'
import { readYamlTemplate as readYaml } from './template-findings.ts'

const externalId = 'k7Qm2vK9dRt4XwB8nZc5Hs2P'
const plan = planOf({ externalId })

type Parts = { readonly id: string; readonly parameters?: string; readonly principal?: string; readonly operator?: string }

const arnParts = '["arn", !Ref AWS::Partition, "iam:", "111122223333", "role/PixelworksApplication"]'
const template = ({
  id,
  parameters = '',
  principal = `!Sub "arn:\${AWS::Partition}:iam::111122223333:root"`,
  operator = 'StringEquals',
}: Parts) =>
  `AWSTemplateFormatVersion: "2010-09-09"
${parameters}Resources:
  AccountAccessRole:
    Type: AWS::IAM::Role
    Properties:
      RoleName: !Sub "PixelworksAccess"
      AssumeRolePolicyDocument:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              AWS: ${principal}
            Action: sts:AssumeRole
            Condition:
              ${operator}:
                sts:ExternalId: ${id}
              ArnEquals:
                aws:PrincipalArn: !Join [":", ${arnParts}]
Outputs:
  RoleArn:
    Value: !GetAtt AccountAccessRole.Arn
`
const parameter = (more = '') => `Parameters:\n  ExternalId:\n    Type: String\n${more}`

const seen = (text: string) => consultation(text, plan, { readYaml })
const told = (text: string): string => {
  const examination = seen(text)?.examination
  return examination?.kind === 'differs' ? examination.rule : (examination?.kind ?? '')
}

test.each<[string, Parts, string]>([
  ['the right values', { id: externalId }, 'as-planned'],
  ['another external ID', { id: 'other' }, 'TP43'],
  ['an external ID that is given at the launch', { id: '!Ref ExternalId', parameters: parameter() }, 'not-enough'],
  ['a part that is given at the launch', { id: `!Sub "k7Qm\${ExternalId}"`, parameters: parameter() }, 'not-enough'],
  ['a part that cannot come to it', { id: `!Sub "acme-\${ExternalId}"`, parameters: parameter() }, 'TP43'],
  ['an attribute', { id: '!GetAtt Generator.Id' }, 'not-enough'],
  ['another function', { id: '!ImportValue SharedId' }, 'not-enough'],
  ['a wrong default', { id: '!Ref ExternalId', parameters: parameter('    Default: other\n') }, 'TP43'],
  ['the right default', { id: '!Ref ExternalId', parameters: parameter(`    Default: ${externalId}\n`) }, 'not-enough'],
  ['an empty default', { id: '!Ref ExternalId', parameters: parameter("    Default: ''\n") }, 'not-enough'],
  ['a function that was forgotten', { id: `"\${ExternalId}"`, parameters: parameter() }, 'template-variable'],
  ['an operator that is wrong with any value', { id: '!Ref ExternalId', operator: 'StringNotEquals' }, 'TP17'],
  ['two values of which one is open', { id: `[${externalId}, !Ref Old]` }, 'TP21'],
  ['an open principal', { id: externalId, principal: '!Ref Vendor' }, 'not-enough'],
  ['another account', { id: externalId, principal: `!Sub "arn:\${AWS::Partition}:iam::999988887777:root"` }, 'TP04'],
  ['the own account', { id: externalId, principal: `!Sub "arn:aws:iam::\${AWS::AccountId}:root"` }, 'TP04'],
])('reports the expected finding for a template with %s', (_, parts, says) => {
  expect(told(template(parts))).toBe(says)
  expect(told(`$ cat role.yaml\r\n${template(parts).replaceAll('\n', '\r\n')}`)).toBe(says)
  expect(told(`Here it is:\n\`\`\`yaml\n${template(parts)}\`\`\`\n`)).toBe(says)
})

test('names open parameters and defaults, and compares them as written', () => {
  const open = seen(template({ id: '!Ref ExternalId', parameters: parameter() }))
  expect(recognizedAs(open?.recognized ?? []).join()).toContain('ExternalId is filled in at launch')
  expect(open?.examination.sentence).toContain('doesn’t show the value of ExternalId')
  const byDefault = seen(template({ id: '!Ref ExternalId', parameters: parameter('    Default: other\n') }))
  expect(recognizedAs(byDefault?.recognized ?? []).join()).toContain('ExternalId defaults to other')
  expect(seen(template({ id: '!Ref ExternalId', operator: 'StringLike' }))?.comparisons[0]?.current).toContain(`"\${ExternalId}"`)
})

test('reads functions in JSON', () => {
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: { 'Fn::Sub': `arn:\${AWS::Partition}:iam::111122223333:root` } },
    Action: 'sts:AssumeRole',
    Condition: {
      StringEquals: { 'sts:ExternalId': { Ref: 'ExternalId' } },
      ArnEquals: { 'aws:PrincipalArn': plan.applicationPrincipalArn },
    },
  }
  const withName = (RoleName?: string) =>
    JSON.stringify({
      Resources: {
        Role: {
          Type: 'AWS::IAM::Role',
          Properties: { RoleName, AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: statement } },
        },
      },
    })
  const text = withName('PixelworksAccess')
  expect(told(text)).toBe('not-enough')
  expect(told(withName())).toBe('role-name-generated')
  expect(told(text.replace('111122223333:root', '999988887777:root'))).toBe('TP04')
})

test('finds no fault in the published template, and reports its external ID as open', () => {
  expect(told(cloudFormationTemplate(vendor, 'aws').text)).toBe('not-enough')
  expect(told(cloudFormationTemplate(vendor, 'aws').text.replace('StringEquals', 'StringLike'))).toBe('external-id-operator')
})

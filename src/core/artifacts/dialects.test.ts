import { expect, test } from 'vitest'
import type { RolePlan } from '#core/connection/role-plan.ts'
import { Vendor } from '#core/connection/vendor.ts'
import { planOf } from '#core/fixtures.test-data.ts'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { awsCliPowerShell } from './aws-cli-powershell.ts'
import { cdk } from './cdk.ts'
import { cloudShell } from './cloud-shell.ts'
import { consoleSteps } from './console-steps.ts'
import { pulumi } from './pulumi.ts'
import { runPowerShell } from './read-powershell.test-data.ts'
import { runPulumi } from './read-typescript.test-data.ts'
import { terraform } from './terraform.ts'

const planIn = (region: string): RolePlan => planOf({ region })

const plan = planIn('us-east-1')

/** The text with the plan's policies named, where they are written exactly as the AWS CLI's commands show them. */
const withNamedPolicies = (text: string): string =>
  Object.entries({ 'trust policy': plan.trustPolicy, 'permissions policy': plan.permissionsPolicy }).reduce(
    (shown, [name, policy]) =>
      ['', '    '].reduce(
        (rest, indent) => rest.replace(JSON.stringify(policy, null, 2).replace(/^/gm, indent), `${indent}<the ${name}>`),
        shown,
      ),
    text,
  )

test('the Terraform file of the demo vendor', () => {
  expect(terraform.render(plan).text).toMatchInlineSnapshot(`
    "# One IAM role that lets Pixelworks (AWS account 111122223333) access AWS account 444455556666.
    # Configure the aws provider for that account, in any Region. IAM is global.

    data "aws_caller_identity" "signed_in" {}

    resource "aws_iam_role" "account_access" {
      name                 = "PixelworksAccess"
      path                 = "/"
      max_session_duration = 7200

      assume_role_policy = jsonencode({
        Version = "2012-10-17"
        Statement = [
          {
            Effect = "Allow"
            Principal = {
              AWS = "arn:aws:iam::111122223333:root"
            }
            Action = "sts:AssumeRole"
            Condition = {
              StringEquals = {
                "sts:ExternalId" = "k7Qm2vK9dRt4XwB8nZc5Hs2P"
              }
              ArnEquals = {
                "aws:PrincipalArn" = "arn:aws:iam::111122223333:role/PixelworksApplication"
              }
            }
          }
        ]
      })

      tags = {
        CreatedFor = "Pixelworks"
      }

      lifecycle {
        precondition {
          condition     = data.aws_caller_identity.signed_in.account_id == "444455556666"
          error_message = "Stopped. These are credentials of AWS account \${data.aws_caller_identity.signed_in.account_id}, not 444455556666. Nothing was changed."
        }
      }
    }

    resource "aws_iam_role_policy" "account_access" {
      name = "PixelworksAccess"
      role = aws_iam_role.account_access.name
      policy = jsonencode({
        Version = "2012-10-17"
        Statement = [
          {
            Sid      = "FindSourceImages"
            Effect   = "Allow"
            Action   = ["s3:ListBucket"]
            Resource = ["arn:aws:s3:::acme-uploads"]
          },
          {
            Sid      = "ReadSourceImages"
            Effect   = "Allow"
            Action   = ["s3:GetObject"]
            Resource = ["arn:aws:s3:::acme-uploads/*"]
          }
        ]
      })
    }

    output "role_arn" {
      value = aws_iam_role.account_access.arn
    }
    "
  `)
})

test('the CDK stack of the demo vendor', () => {
  expect(cdk.render(plan).text).toMatchInlineSnapshot(`
    "// One IAM role that lets Pixelworks (AWS account 111122223333) access AWS account 444455556666.
    // In the app of your CDK project: new AccountAccessRoleStack(app);
    import * as cdk from "aws-cdk-lib";
    import * as iam from "aws-cdk-lib/aws-iam";
    import type { Construct } from "constructs";

    export class AccountAccessRoleStack extends cdk.Stack {
      constructor(scope: Construct) {
        super(scope, "AccountAccessRole", {
          stackName: "PixelworksAccess",
          env: { account: "444455556666", region: "us-east-1" },
          // No assets to upload, so the account does not need to be bootstrapped.
          synthesizer: new cdk.BootstraplessSynthesizer(),
        });

        new cdk.CfnRule(this, "RightAccount", {
          assertions: [
            {
              assert: cdk.Fn.conditionEquals(cdk.Aws.ACCOUNT_ID, "444455556666"),
              assertDescription: "You are signed in to another AWS account. Nothing was created. Sign in to 444455556666.",
            },
          ],
        });

        const role = new iam.CfnRole(this, "AccountAccessRole", {
          roleName: "PixelworksAccess",
          path: "/",
          maxSessionDuration: 7200,
          assumeRolePolicyDocument: {
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Principal: {
                  AWS: "arn:aws:iam::111122223333:root",
                },
                Action: "sts:AssumeRole",
                Condition: {
                  StringEquals: {
                    "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P",
                  },
                  ArnEquals: {
                    "aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication",
                  },
                },
              },
            ],
          },
          policies: [
            {
              policyName: "PixelworksAccess",
              policyDocument: {
                Version: "2012-10-17",
                Statement: [
                  {
                    Sid: "FindSourceImages",
                    Effect: "Allow",
                    Action: ["s3:ListBucket"],
                    Resource: ["arn:aws:s3:::acme-uploads"],
                  },
                  {
                    Sid: "ReadSourceImages",
                    Effect: "Allow",
                    Action: ["s3:GetObject"],
                    Resource: ["arn:aws:s3:::acme-uploads/*"],
                  },
                ],
              },
            },
          ],
          tags: [
            {
              key: "CreatedFor",
              value: "Pixelworks",
            },
          ],
        });

        new cdk.CfnOutput(this, "RoleArn", { value: role.attrArn });
      }
    }
    "
  `)
})

test('the Pulumi program of the demo vendor', () => {
  expect(pulumi.render(plan).text).toMatchInlineSnapshot(`
    "// One IAM role that lets Pixelworks (AWS account 111122223333) access AWS account 444455556666.
    // Configure the aws provider for that account, in any Region. IAM is global.
    import * as aws from "@pulumi/aws";

    const roleName = aws.getCallerIdentityOutput().accountId.apply((signedIn) => {
      if (signedIn !== "444455556666") {
        throw new Error(\`Stopped. These are credentials of AWS account \${signedIn}, not 444455556666. Nothing was changed.\`);
      }
      return "PixelworksAccess";
    });

    const role = new aws.iam.Role("account-access", {
      name: roleName,
      path: "/",
      maxSessionDuration: 7200,
      assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Principal: {
              AWS: "arn:aws:iam::111122223333:root",
            },
            Action: "sts:AssumeRole",
            Condition: {
              StringEquals: {
                "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P",
              },
              ArnEquals: {
                "aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication",
              },
            },
          },
        ],
      }),
      tags: {
        CreatedFor: "Pixelworks",
      },
    });

    new aws.iam.RolePolicy("account-access", {
      name: "PixelworksAccess",
      role: role.name,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Sid: "FindSourceImages",
            Effect: "Allow",
            Action: ["s3:ListBucket"],
            Resource: ["arn:aws:s3:::acme-uploads"],
          },
          {
            Sid: "ReadSourceImages",
            Effect: "Allow",
            Action: ["s3:GetObject"],
            Resource: ["arn:aws:s3:::acme-uploads/*"],
          },
        ],
      }),
    });

    export const roleArn = role.arn;
    "
  `)
})

test('the PowerShell commands of the demo vendor', () => {
  expect(withNamedPolicies(awsCliPowerShell.render(plan).text)).toMatchInlineSnapshot(`
    "& {
      $ErrorActionPreference = 'Stop'
      function Assert-Success { if ($LASTEXITCODE -ne 0) { throw 'Stopped. The AWS CLI failed. See the error above.' } }

      $signedIn = aws sts get-caller-identity \`
        --query Account \`
        --output text \`
        --region 'us-east-1'
      Assert-Success
      if ($signedIn -ne '444455556666') {
        throw "Stopped. You are signed in to AWS account $signedIn, not 444455556666. Nothing was changed."
      }

      Set-Content -Path rolebridge-role.json -Encoding ascii -Value @'
    {
      "RoleName": "PixelworksAccess",
      "Path": "/",
      "MaxSessionDuration": 7200,
      "Tags": [
        {
          "Key": "CreatedFor",
          "Value": "Pixelworks"
        }
      ]
    }
    '@

      Set-Content -Path rolebridge-trust.json -Encoding ascii -Value @'
    <the trust policy>
    '@

      $null = aws iam create-role \`
        --cli-input-json file://rolebridge-role.json \`
        --assume-role-policy-document file://rolebridge-trust.json \`
        --region 'us-east-1'
      Assert-Success

      Set-Content -Path rolebridge-permissions.json -Encoding ascii -Value @'
    <the permissions policy>
    '@

      aws iam put-role-policy \`
        --role-name 'PixelworksAccess' \`
        --policy-name 'PixelworksAccess' \`
        --policy-document file://rolebridge-permissions.json \`
        --region 'us-east-1'
      Assert-Success

      $roleArn = aws iam get-role \`
        --role-name 'PixelworksAccess' \`
        --query Role.Arn \`
        --output text \`
        --region 'us-east-1'
      Assert-Success
      $roleArn
    }
    "
  `)
})

test('the console steps of the demo vendor', () => {
  expect(withNamedPolicies(consoleSteps.render(plan).text)).toMatchInlineSnapshot(`
    "# Create the role in the AWS console

    1. **Open the IAM console**

        https://console.aws.amazon.com/iam/

        Open the account menu at the top right and check that **Account ID** is \`4444 5555 6666\`. If it isn’t, sign in to that account first.

    2. **Set the trust policy**

        Choose **Roles** in the navigation pane, then **Create role**.

        Shortcut: https://console.aws.amazon.com/iam/home#/roles/create?step=selectEntities

        Choose **Custom trust policy**. In the section **Custom trust policy**, replace everything with this, then choose **Next**:

        \`\`\`json
        <the trust policy>
        \`\`\`

    3. **Skip permissions for now**

        On **Add permissions**, don’t select a policy.

        Don’t set a permissions boundary.

        Choose **Next**.

    4. **Name and create the role**

        Enter this name:

        **Role name**: \`PixelworksAccess\`

        Under **Add tags**, choose **Add new tag** for each line. The **Key** is on the left, the **Value** on the right:

        \`\`\`json
        {
          "CreatedFor": "Pixelworks"
        }
        \`\`\`

        Choose **Create role**.

    5. **Add the permissions policy**

        Choose **Roles**, then \`PixelworksAccess\`.

        Shortcut: https://console.aws.amazon.com/iam/home#/roles/details/PixelworksAccess?section=permissions

        On the **Permissions** tab, choose **Add permissions**, then **Create inline policy**. In **Policy editor**, choose **JSON**, replace everything with this, then choose **Next**:

        \`\`\`json
        <the permissions policy>
        \`\`\`

        Enter this name:

        **Policy name**: \`PixelworksAccess\`

        Choose **Create policy**.

    6. **Set the maximum session duration**

        On the role’s page, in **Summary**, choose **Edit**. Under **Maximum session duration**, choose **Custom duration** and enter these seconds:

        \`\`\`text
        7200
        \`\`\`

        Choose **Save changes**.
    "
  `)
})

test('in CloudShell the commands of the AWS CLI are pasted below directions that no shell understands', () => {
  const [directions] = cloudShell.render(plan).text.split('(\nset -eu')
  expect(directions).toMatchInlineSnapshot(`
    "# 1. Open CloudShell in account
    #    4444 5555 6666
    #    https://us-east-1.console.aws.amazon.com/cloudshell/home?region=us-east-1
    #    If CloudShell is not available in this Region, use another one. IAM is global.
    # 2. Paste all of this and press Enter.
    "
  `)
  expect(cloudShell.render(planIn('cn-north-1')).text.split('\n').slice(2, 4)).toMatchInlineSnapshot(`
    [
      "#    https://cn-north-1.console.amazonaws.cn/cloudshell/home?region=cn-north-1",
      "#    AWS lists no CloudShell for AWS in China. If there is none, use any terminal with the AWS CLI.",
    ]
  `)
})

test('the console steps go to the console of the partition', () => {
  const places = ['us-gov-west-1', 'cn-north-1', 'eusc-de-east-1'].map((region) => {
    const links = consoleSteps.render(planIn(region)).text.match(/https:\S+/g)
    return links?.map((link) => new URL(link).host)
  })
  expect(places).toEqual([
    Array(3).fill('console.amazonaws-us-gov.com'),
    Array(3).fill('console.amazonaws.cn'),
    Array(3).fill('console.amazonaws-eusc.eu'),
  ])
})

test('every link that AWS does not document is a shortcut after the documented steps', () => {
  const lines = consoleSteps.render(plan).text.split('\n')
  for (const [index, line] of lines.entries())
    if (line.includes('/iam/home'))
      expect([lines[index - 2], line]).toEqual([expect.stringContaining('**Roles**'), expect.stringContaining('Shortcut: ')])
})

test('where the console has no field for what is asked, the steps say so and where to go', () => {
  const { path } = Vendor.parse({ ...demoVendor, role: { ...demoVendor.role, path: '/vendors/' } }).role
  const text = consoleSteps.render({ ...plan, path }).text
  expect(text).toContain('    /vendors/\n')
  expect(text).not.toContain('Create role')
})

test('a session of another length is set by hand', () => {
  expect(consoleSteps.render(plan).text).toContain('\n    7200\n')
  expect(consoleSteps.render({ ...plan, maxSessionDuration: 3600 }).text).not.toContain('seconds')
})

const commands = [awsCliPowerShell.render(plan), awsCliPowerShell.undo(plan).commands].flatMap((artifact) => artifact ?? [])

test.each(commands)('$filename changes nothing in another account and says so', ({ text }) => {
  const { calls, thrown } = runPowerShell(text, { signedIn: '999988887777', fails: '' })
  expect(calls.map((call) => call[1])).toEqual(['get-caller-identity'])
  expect(thrown).toBe('Stopped. You are signed in to AWS account 999988887777, not 444455556666. Nothing was changed.')
})

test('in PowerShell each refusal of AWS ends the commands', () => {
  const { text } = awsCliPowerShell.render(plan)
  const all = ['get-caller-identity', 'create-role', 'put-role-policy', 'get-role']
  for (const fails of all) {
    const { calls, thrown } = runPowerShell(text, { signedIn: plan.accountId, fails })
    expect(calls.map((call) => call[1])).toEqual(all.slice(0, all.indexOf(fails) + 1))
    expect(thrown).toBe('Stopped. The AWS CLI failed. See the error above.')
  }
})

test('the undo in PowerShell takes back each thing that was made', () => {
  const text = awsCliPowerShell.undo(plan).commands?.text ?? ''
  expect(runPowerShell(text, { signedIn: plan.accountId, fails: '' }).calls.slice(1)).toEqual([
    ['iam', 'delete-role-policy', '--role-name', 'PixelworksAccess', '--policy-name', 'PixelworksAccess', '--region', 'us-east-1'],
    ['iam', 'delete-role', '--role-name', 'PixelworksAccess', '--region', 'us-east-1'],
  ])
})

test('the undo in PowerShell tries each step, removes the files, and says which steps failed', () => {
  const text = awsCliPowerShell.undo(plan).commands?.text ?? ''
  const files = ['rolebridge-role.json', 'rolebridge-trust.json', 'rolebridge-permissions.json', 'report.json']
  for (const fails of ['delete-role-policy', 'delete-role']) {
    const run = runPowerShell(text, { signedIn: plan.accountId, fails, files })
    expect(run.calls.map((call) => call[1])).toEqual(['get-caller-identity', 'delete-role-policy', 'delete-role'])
    expect([...run.files.keys()]).toEqual(['report.json'])
    expect(run.thrown).toMatch(`These steps failed (see above): aws iam ${fails}. The others are done.`)
  }
  expect(runPowerShell(text, { signedIn: plan.accountId, fails: 'get-caller-identity', files }).files.size).toBe(files.length)
})

test('the Pulumi program makes nothing in another account', async () => {
  await expect(runPulumi(pulumi.render(plan).text, '999988887777')).rejects.toThrow(
    'Stopped. These are credentials of AWS account 999988887777, not 444455556666. Nothing was changed.',
  )
})

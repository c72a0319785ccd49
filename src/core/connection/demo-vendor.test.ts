import { expect, test } from 'vitest'
import demoVendor from '#public/vendor.json' with { type: 'json' }
import { connectionTerms } from './connection.ts'
import { rolePlan } from './role-plan.ts'
import { Vendor } from './vendor.ts'

const vendor = Vendor.parse(demoVendor)

test('the demo vendor config parses and gives a role plan', () => {
  const terms = connectionTerms(vendor).parse({
    accountId: '4444-5555-6666',
    region: 'us-east-1',
    externalId: 'k7Qm2vK9dRt4XwB8nZc5Hs2P',
    permissions: { readSourceImages: { sourceBuckets: ['acme-uploads'] } },
  })
  expect(rolePlan(terms, vendor)).toMatchObject({ roleArn: 'arn:aws:iam::444455556666:role/PixelworksAccess' })
  expect(rolePlan(terms, vendor).permissionsPolicy).toMatchInlineSnapshot(`
    {
      "Statement": [
        {
          "Action": [
            "s3:ListBucket",
          ],
          "Effect": "Allow",
          "Resource": [
            "arn:aws:s3:::acme-uploads",
          ],
          "Sid": "FindSourceImages",
        },
        {
          "Action": [
            "s3:GetObject",
          ],
          "Effect": "Allow",
          "Resource": [
            "arn:aws:s3:::acme-uploads/*",
          ],
          "Sid": "ReadSourceImages",
        },
      ],
      "Version": "2012-10-17",
    }
  `)
  expect(rolePlan(terms, vendor).trustPolicy).toMatchInlineSnapshot(`
    {
      "Statement": [
        {
          "Action": "sts:AssumeRole",
          "Condition": {
            "ArnEquals": {
              "aws:PrincipalArn": "arn:aws:iam::111122223333:role/PixelworksApplication",
            },
            "StringEquals": {
              "sts:ExternalId": "k7Qm2vK9dRt4XwB8nZc5Hs2P",
            },
          },
          "Effect": "Allow",
          "Principal": {
            "AWS": "arn:aws:iam::111122223333:root",
          },
        },
      ],
      "Version": "2012-10-17",
    }
  `)
})

test('every fault of what was typed is reported with its field', () => {
  const result = connectionTerms(vendor).safeParse({
    accountId: '44445555666',
    region: 'us-iso-east-1',
    externalId: 'myapp-myapp-myapp',
    permissions: { readSourceImages: { sourceBuckets: ['Acme_Uploads'] }, other: {} },
  })
  expect(result.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)).toMatchInlineSnapshot(`
    [
      "accountId: account-id-length",
      "region: region-isolated",
      "externalId: external-id-repeated",
      "permissions.other: permission-set-unknown",
      "permissions.readSourceImages.sourceBuckets: parameter-s3-bucket",
    ]
  `)
})

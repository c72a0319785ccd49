import { typescriptText } from '#core/artifacts/source-text.ts'
import type { Region } from '#core/aws/region.ts'
import type { HostingPlatform } from '#core/connection/vendor-fields.ts'

export type SwitchRole = {
  /** Hands the application role to the application. An IAM user has none: the SDK finds its access key. */
  readonly platform: HostingPlatform | 'iam-user'
  /** The Region of the STS endpoint and of the bucket. */
  readonly region: Region
  readonly roleArn: string
  readonly externalId: string
  /** Customers see it in CloudTrail, so it names the application and no person. */
  readonly sessionName: string
  /** A bucket of the customer. */
  readonly bucket: string
  /** The profile that the AWS CLI starts from, on EKS and with IAM Roles Anywhere. */
  readonly applicationRoleArn: string
  readonly trustAnchorArn: string
}

export type ProgramLanguage = 'javascript' | 'python' | 'go' | 'java' | 'csharp' | 'rust' | 'php' | 'ruby'

/** Everything that is put into the samples is printable ASCII, so the escapes of a quote and a backslash do in all these languages. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, (character) => `\\${character}`)}"`

/** `#` starts an interpolation in double quotes. PHP does the same with `$`. */
const singleQuoted = (text: string): string => `'${text.replace(/['\\]/g, (character) => `\\${character}`)}'`

const callsAs = (platform: SwitchRole['platform']): string =>
  platform === 'iam-user' ? 'Uses the access key of the IAM user' : 'Uses the application role'

/** https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html */
const durationNote = (platform: SwitchRole['platform']): string =>
  platform === 'iam-user'
    ? 'Every role allows 3,600 seconds. A user can have up to the maximum session duration of the role.'
    : '3,600 seconds is the most that AWS allows when a role assumes another role.'

const javascript = ({
  platform,
  region,
  roleArn,
  externalId,
  sessionName,
  bucket,
}: SwitchRole): string => `import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts'

const region = ${typescriptText(region)}
// ${callsAs(platform)}, by the default credential chain.
const sts = new STSClient({ region })

// ${durationNote(platform)}
const customerRole = new AssumeRoleCommand({
  RoleArn: ${typescriptText(roleArn)},
  ExternalId: ${typescriptText(externalId)},
  RoleSessionName: ${typescriptText(sessionName)},
  DurationSeconds: 3600,
})

async function credentials() {
  const { Credentials: session } = await sts.send(customerRole)
  return {
    accessKeyId: session.AccessKeyId,
    secretAccessKey: session.SecretAccessKey,
    sessionToken: session.SessionToken,
    expiration: session.Expiration,
  }
}

// One client for each connection. It calls credentials again before the session ends.
const s3 = new S3Client({ region, credentials })

const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: ${typescriptText(bucket)} }))
for (const { Key } of Contents) console.log(Key)
`

const python = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `import boto3
from botocore.credentials import DeferredRefreshableCredentials
from botocore.session import get_session

REGION = ${quoted(region)}

# ${callsAs(platform)}, by the default credential chain, and STS in this Region.
application = get_session()
application.set_config_variable("sts_regional_endpoints", "regional")
sts = application.create_client("sts", region_name=REGION)


def assume_customer_role():
    # ${durationNote(platform)}
    session = sts.assume_role(
        RoleArn=${quoted(roleArn)},
        ExternalId=${quoted(externalId)},
        RoleSessionName=${quoted(sessionName)},
        DurationSeconds=3600,
    )["Credentials"]
    return {
        "access_key": session["AccessKeyId"],
        "secret_key": session["SecretAccessKey"],
        "token": session["SessionToken"],
        "expiry_time": session["Expiration"].isoformat(),
    }


# One session for each connection. It calls assume_customer_role again before the credentials expire.
customer = get_session()
customer._credentials = DeferredRefreshableCredentials(assume_customer_role, "sts-assume-role")
s3 = boto3.Session(botocore_session=customer, region_name=REGION).client("s3")

for item in s3.list_objects_v2(Bucket=${quoted(bucket)}).get("Contents", []):
    print(item["Key"])
`

const go = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `package main

import (
	"context"
	"fmt"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/config"
	"github.com/aws/aws-sdk-go-v2/credentials/stscreds"
	"github.com/aws/aws-sdk-go-v2/service/s3"
	"github.com/aws/aws-sdk-go-v2/service/sts"
)

func main() {
	ctx := context.Background()

	// ${callsAs(platform)}, by the default credential chain.
	application, err := config.LoadDefaultConfig(ctx, config.WithRegion(${quoted(region)}))
	if err != nil {
		log.Fatal(err)
	}

	// ${durationNote(platform)}
	role := stscreds.NewAssumeRoleProvider(sts.NewFromConfig(application), ${quoted(roleArn)}, func(options *stscreds.AssumeRoleOptions) {
		options.ExternalID = aws.String(${quoted(externalId)})
		options.RoleSessionName = ${quoted(sessionName)}
		options.Duration = time.Hour
	})

	// One configuration for each connection.
	customer := application.Copy()
	customer.Credentials = aws.NewCredentialsCache(role, func(options *aws.CredentialsCacheOptions) {
		options.ExpiryWindow = 5 * time.Minute
	})

	objects, err := s3.NewFromConfig(customer).ListObjectsV2(ctx, &s3.ListObjectsV2Input{Bucket: aws.String(${quoted(bucket)})})
	if err != nil {
		log.Fatal(err)
	}
	for _, object := range objects.Contents {
		fmt.Println(aws.ToString(object.Key))
	}
}
`

const java = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `import java.time.Duration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

public class SwitchRole {
    public static void main(String[] arguments) {
        Region region = Region.of(${quoted(region)});

        // ${callsAs(platform)}, by the default credential chain.
        try (StsClient sts = StsClient.builder().region(region).build();
                // One provider and one client for each connection.
                StsAssumeRoleCredentialsProvider customer = StsAssumeRoleCredentialsProvider.builder()
                        .stsClient(sts)
                        .refreshRequest(request -> request
                                .roleArn(${quoted(roleArn)})
                                .externalId(${quoted(externalId)})
                                .roleSessionName(${quoted(sessionName)})
                                // ${durationNote(platform)}
                                .durationSeconds(3600))
                        .prefetchTime(Duration.ofMinutes(5))
                        .build();
                S3Client s3 = S3Client.builder().region(region).credentialsProvider(customer).build()) {
            s3.listObjectsV2(request -> request.bucket(${quoted(bucket)}))
                    .contents()
                    .forEach(object -> System.out.println(object.key()));
        }
    }
}
`

const csharp = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using Amazon.S3.Model;

// The SDK calls STS in this Region.
AWSConfigs.AWSRegion = ${quoted(region)};

// ${callsAs(platform)}, by the default credential chain.
var application = DefaultAWSCredentialsIdentityResolver.GetCredentials();

// One of these for each connection.
var customer = new AssumeRoleAWSCredentials(
    application,
    ${quoted(roleArn)},
    ${quoted(sessionName)},
    new AssumeRoleAWSCredentialsOptions
    {
        ExternalId = ${quoted(externalId)},
        // ${durationNote(platform)}
        DurationSeconds = 3600,
    })
{
    PreemptExpiryTime = TimeSpan.FromMinutes(5),
};

using var s3 = new AmazonS3Client(customer, RegionEndpoint.GetBySystemName(${quoted(region)}));
var objects = await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = ${quoted(bucket)} });
foreach (var item in objects.S3Objects ?? [])
{
    Console.WriteLine(item.Key);
}
`

const rust = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `use std::time::Duration;

use aws_config::identity::IdentityCache;
use aws_config::sts::AssumeRoleProvider;
use aws_config::{BehaviorVersion, Region};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let region = Region::new(${quoted(region)});

    // ${callsAs(platform)}, by the default credential chain.
    let application = aws_config::defaults(BehaviorVersion::latest())
        .region(region.clone())
        .load()
        .await;

    // One provider and one client for each connection.
    let role = AssumeRoleProvider::builder(${quoted(roleArn)})
        .external_id(${quoted(externalId)})
        .session_name(${quoted(sessionName)})
        // ${durationNote(platform)}
        .session_length(Duration::from_secs(3600))
        .configure(&application)
        .build()
        .await;
    let customer = aws_config::defaults(BehaviorVersion::latest())
        .region(region)
        .credentials_provider(role)
        .identity_cache(
            IdentityCache::lazy()
                .buffer_time(Duration::from_secs(300))
                .build(),
        )
        .load()
        .await;

    let objects = aws_sdk_s3::Client::new(&customer)
        .list_objects_v2()
        .bucket(${quoted(bucket)})
        .send()
        .await?;
    for object in objects.contents() {
        println!("{}", object.key().unwrap_or_default());
    }
    Ok(())
}
`

const php = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `<?php

require 'vendor/autoload.php';

use Aws\\Credentials\\AssumeRoleCredentialProvider;
use Aws\\Credentials\\CredentialProvider;
use Aws\\Credentials\\Credentials;
use Aws\\Credentials\\CredentialsInterface;
use Aws\\S3\\S3Client;
use Aws\\Sts\\StsClient;

$region = ${singleQuoted(region)};

// ${callsAs(platform)}, by the default credential chain.
$sts = new StsClient(['region' => $region, 'version' => 'latest', 'sts_regional_endpoints' => 'regional']);

// ${durationNote(platform)}
$role = new AssumeRoleCredentialProvider([
    'client' => $sts,
    'assume_role_params' => [
        'RoleArn' => ${singleQuoted(roleArn)},
        'ExternalId' => ${singleQuoted(externalId)},
        'RoleSessionName' => ${singleQuoted(sessionName)},
        'DurationSeconds' => 3600,
    ],
]);

// memoize assumes the role again when the credentials expire. So they expire here 5 minutes before the session ends.
$customer = CredentialProvider::memoize(fn () => $role()->then(fn (CredentialsInterface $session) => new Credentials(
    $session->getAccessKeyId(),
    $session->getSecretKey(),
    $session->getSecurityToken(),
    $session->getExpiration() - 300
)));

// One client for each connection.
$s3 = new S3Client(['region' => $region, 'version' => 'latest', 'credentials' => $customer]);

foreach ($s3->listObjectsV2(['Bucket' => ${singleQuoted(bucket)}])['Contents'] ?? [] as $object) {
    echo $object['Key'], PHP_EOL;
}
`

const ruby = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `require 'aws-sdk-core'
require 'aws-sdk-s3'

region = ${singleQuoted(region)}

# ${callsAs(platform)}, by the default credential chain.
sts = Aws::STS::Client.new(region: region, sts_regional_endpoints: 'regional')

# One of these for each connection.
customer = Aws::AssumeRoleCredentials.new(
  client: sts,
  role_arn: ${singleQuoted(roleArn)},
  external_id: ${singleQuoted(externalId)},
  role_session_name: ${singleQuoted(sessionName)},
  # ${durationNote(platform)}
  duration_seconds: 3600
)

s3 = Aws::S3::Client.new(region: region, credentials: customer)
s3.list_objects_v2(bucket: ${singleQuoted(bucket)}).contents.each { |object| puts object.key }
`

/** The paper's listing, in each language of today. The customer's role and external ID come from the row of the connection. */
export const switchRolePrograms: Readonly<Record<ProgramLanguage, (facts: SwitchRole) => string>> = {
  javascript,
  python,
  go,
  java,
  csharp,
  rust,
  php,
  ruby,
}

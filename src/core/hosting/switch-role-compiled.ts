import { callsAs, durationNote, quoted, type SwitchRole } from './switch-role-facts.ts'

export const go = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `package main

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

export const java = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `import java.time.Duration;
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

export const csharp = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `using Amazon;
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

export const rust = ({ platform, region, roleArn, externalId, sessionName, bucket }: SwitchRole): string => `use std::time::Duration;

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

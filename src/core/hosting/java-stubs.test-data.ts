/**
 * The part of the AWS SDK for Java 2 that the sample calls, without behavior. Overloads that could make its lambdas ambiguous are
 * here too. https://sdk.amazonaws.com/java/api/latest/software/amazon/awssdk/services/sts/auth/StsAssumeRoleCredentialsProvider.Builder.html
 */
export const javaStubs: Readonly<Record<string, string>> = {
  'software/amazon/awssdk/regions/Region.java': `package software.amazon.awssdk.regions;
public final class Region {
    public static Region of(String value) { return null; }
}
`,
  'software/amazon/awssdk/auth/credentials/AwsCredentialsProvider.java': `package software.amazon.awssdk.auth.credentials;
public interface AwsCredentialsProvider {}
`,
  'software/amazon/awssdk/utils/SdkAutoCloseable.java': `package software.amazon.awssdk.utils;
public interface SdkAutoCloseable extends AutoCloseable {
    @Override void close();
}
`,
  'software/amazon/awssdk/services/sts/model/AssumeRoleRequest.java': `package software.amazon.awssdk.services.sts.model;
public final class AssumeRoleRequest {
    public interface Builder {
        Builder roleArn(String value);
        Builder externalId(String value);
        Builder roleSessionName(String value);
        Builder durationSeconds(Integer value);
        AssumeRoleRequest build();
    }
}
`,
  'software/amazon/awssdk/services/sts/StsClient.java': `package software.amazon.awssdk.services.sts;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.SdkAutoCloseable;
public interface StsClient extends SdkAutoCloseable {
    static Builder builder() { return null; }
    interface Builder {
        Builder region(Region region);
        StsClient build();
    }
}
`,
  'software/amazon/awssdk/services/sts/auth/StsAssumeRoleCredentialsProvider.java': `package software.amazon.awssdk.services.sts.auth;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.utils.SdkAutoCloseable;
public final class StsAssumeRoleCredentialsProvider implements AwsCredentialsProvider, SdkAutoCloseable {
    public static Builder builder() { return null; }
    @Override public void close() {}
    public static final class Builder {
        public Builder stsClient(StsClient client) { return this; }
        public Builder refreshRequest(AssumeRoleRequest request) { return this; }
        public Builder refreshRequest(Supplier<AssumeRoleRequest> request) { return this; }
        public Builder refreshRequest(Consumer<AssumeRoleRequest.Builder> request) { return this; }
        public Builder prefetchTime(Duration time) { return this; }
        public StsAssumeRoleCredentialsProvider build() { return null; }
    }
}
`,
  'software/amazon/awssdk/services/s3/S3Client.java': `package software.amazon.awssdk.services.s3;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.utils.SdkAutoCloseable;
public interface S3Client extends SdkAutoCloseable {
    static Builder builder() { return null; }
    ListObjectsV2Response listObjectsV2(ListObjectsV2Request request);
    ListObjectsV2Response listObjectsV2(Consumer<ListObjectsV2Request.Builder> request);
    interface Builder {
        Builder region(Region region);
        Builder credentialsProvider(AwsCredentialsProvider provider);
        S3Client build();
    }
    final class ListObjectsV2Request {
        public interface Builder {
            Builder bucket(String value);
        }
    }
    interface ListObjectsV2Response {
        List<S3Object> contents();
    }
    interface S3Object {
        String key();
    }
}
`,
}

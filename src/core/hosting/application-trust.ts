import type { Partition } from '#core/aws/partition.ts'
import type { Region } from '#core/aws/region.ts'
import type { HostingPlatform } from '#core/connection/vendor-fields.ts'
import type { PolicyDocument, PolicyStatement } from '#core/policy/document.ts'

/** Values that only the vendor's engineer knows. They are typed, and kept out of the config, which customers can read. */
export type HostingChoice = {
  readonly platform: HostingPlatform
  readonly region: Region
  /** DynamoDB tables and S3 buckets of the application. */
  readonly tables: readonly string[]
  readonly buckets: readonly string[]
  /** The DynamoDB table of Rolebridge, or null if it keeps its connections elsewhere. */
  readonly registryTable: string | null
  /** EKS. */
  readonly cluster: string
  readonly namespace: string
  readonly serviceAccount: string
  /** EKS with IRSA: the issuer of the cluster without https://. */
  readonly oidcIssuer: string
  /** IAM Roles Anywhere. */
  readonly trustAnchorArn: string
  /** Lambda. */
  readonly functionName: string
}

type Place = { readonly partition: Partition; readonly region: string; readonly accountId: string }

const service = (name: string, more: Partial<PolicyStatement> = {}): PolicyStatement => ({
  Effect: 'Allow',
  Principal: { Service: name },
  Action: 'sts:AssumeRole',
  ...more,
})

/** IAM in China knows EC2 by the name with the suffix of the partition, and the other services by the usual one. */
const ec2 = ({ partition }: Place): PolicyStatement => service(partition === 'aws-cn' ? 'ec2.amazonaws.com.cn' : 'ec2.amazonaws.com')

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html */
const ecs = ({ partition, region, accountId }: Place): PolicyStatement =>
  service('ecs-tasks.amazonaws.com', {
    Condition: {
      StringEquals: { 'aws:SourceAccount': accountId },
      ArnLike: { 'aws:SourceArn': `arn:${partition}:ecs:${region}:${accountId}:*` },
    },
  })

/** https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html */
const podIdentity = service('pods.eks.amazonaws.com', { Action: ['sts:AssumeRole', 'sts:TagSession'] })

/** https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html */
const irsa = ({ oidcIssuer, namespace, serviceAccount }: HostingChoice, { partition, accountId }: Place): PolicyStatement => ({
  Effect: 'Allow',
  Principal: { Federated: `arn:${partition}:iam::${accountId}:oidc-provider/${oidcIssuer}` },
  Action: 'sts:AssumeRoleWithWebIdentity',
  Condition: {
    StringEquals: {
      [`${oidcIssuer}:aud`]: 'sts.amazonaws.com',
      [`${oidcIssuer}:sub`]: `system:serviceaccount:${namespace}:${serviceAccount}`,
    },
  },
})

/** https://docs.aws.amazon.com/rolesanywhere/latest/userguide/trust-model.html */
const rolesAnywhere = ({ trustAnchorArn }: HostingChoice): PolicyStatement =>
  service('rolesanywhere.amazonaws.com', {
    Action: ['sts:AssumeRole', 'sts:SetSourceIdentity', 'sts:TagSession'],
    Condition: { ArnEquals: { 'aws:SourceArn': trustAnchorArn } },
  })

function statement(choice: HostingChoice, place: Place): PolicyStatement {
  switch (choice.platform) {
    case 'ec2':
    case 'ec2-auto-scaling':
      return ec2(place)
    case 'ecs':
      return ecs(place)
    case 'eks':
      return podIdentity
    case 'eks-irsa':
      return irsa(choice, place)
    case 'lambda':
      return service('lambda.amazonaws.com')
    case 'roles-anywhere':
      return rolesAnywhere(choice)
    default:
      return choice.platform satisfies never
  }
}

/** Lets only what the application runs on have the role. */
export const applicationTrust = (choice: HostingChoice, place: Place): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: [statement(choice, place)],
})

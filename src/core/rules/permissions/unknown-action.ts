import { isEveryAction, namesAction, servicePrefix } from '#core/policy/action-pattern.ts'
import { type Match, rule } from '#core/policy/form/rule.ts'
import type { PlacedText } from '#core/policy/policy-view.ts'
import { hasWildcard } from '#core/policy/wildcard.ts'
import type { ActionKnowledge } from '#core/rules/action-knowledge.ts'
import { messages, type Text } from '#core/text/messages.ts'
import { nearest } from '#core/text/nearest.ts'
import type { PermissionsRule } from './permissions-rule.ts'
import { s3Levels } from './s3-level.ts'

/** https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html */
export const servicePrefixes: readonly string[] = `
  a2c a4b access-analyzer account account-access acm acm-pca aco-automation action-recommendations activate agent-registry
  agentaccess-mcp aidevops aiops airflow airflow-serverless amplify amplifybackend amplifyuibuilder aoss apigateway app-integrations
  appconfig appfabric appflow application-autoscaling application-signals application-signals-mcp application-transformation
  applicationinsights appmesh appmesh-preview apprunner appstream appstudio appsync apptest aps arc-region-switch arc-zonal-shift
  arsenal artifact athena auditmanager autoscaling autoscaling-plans aws-external-anthropic aws-marketplace aws-marketplace-management
  aws-portal awsconnector b2bi backup backup-gateway backup-search backup-storage batch bcm-dashboards bcm-data-exports
  bcm-pricing-calculator bcm-recommended-actions bedrock bedrock-agentcore bedrock-mantle bedrock-websearch billing billingconductor
  braket budgets bugbust cases cassandra ce chatbot chime cleanrooms cleanrooms-ml cloud9 clouddirectory cloudformation cloudfront
  cloudfront-keyvaluestore cloudhsm cloudsearch cloudshell cloudtrail cloudtrail-data cloudwatch codeartifact codebuild codecatalyst
  codecommit codeconnections codedeploy codedeploy-commands-secure codeguru codeguru-profiler codeguru-reviewer codeguru-security
  codepipeline codestar codestar-connections codestar-notifications codewhisperer cognito-identity cognito-idp cognito-sync comprehend
  comprehendmedical compute-optimizer config connect connect-campaigns consoleapp consolidatedbilling controlcatalog controltower
  cost-optimization-hub cur customer-verification databrew dataexchange datapipeline datasync datazone dax dbqms deadline detective
  devicefarm devops-guru directconnect discovery dlm dms docdb-elastic drs ds ds-data dsql dynamodb ebs ec2 ec2-instance-connect
  ec2messages ecr ecr-public ecs ecs-mcp eks eks-auth eks-mcp elasticache elasticbeanstalk elasticfilesystem elasticloadbalancing
  elasticmapreduce elastictranscoder elemental-activations elemental-appliances-software elemental-inference elemental-support-cases
  elemental-support-content emr-containers emr-serverless entityresolution es events eventsbilltoaws evidently evs execute-api
  finops-agent finspace finspace-api firehose fis fms forecast frauddetector freertos freetier fsx gamelift gameliftstreams geo geo-maps
  geo-places geo-routes glacier globalaccelerator glue grafana greengrass groundstation groundtruthlabeling guardduty health
  health-agent healthlake honeycode iam identity-sync identitystore identitystore-auth imagebuilder importexport inspector
  inspector-scan inspector2 inspector2-telemetry interconnect internetmonitor invoicing iot iot-device-tester iotanalytics
  iotdeviceadvisor iotevents iotfleethub iotfleetwise iotjobsdata iotmanagedintegrations iotsitewise iottwinmaker iotwireless iq
  iq-permission ivs ivschat kafka kafka-cluster kafkaconnect kendra kendra-ranking kinesis kinesisanalytics kinesisvideo kms
  lakeformation lambda launchwizard lex license-manager license-manager-linux-subscriptions license-manager-user-subscriptions lightsail
  logs lookoutequipment lookoutmetrics lookoutvision m2 machinelearning macie2 managedblockchain managedblockchain-query mapcredits
  marketplacecommerceanalytics mechanicalturk mediaconnect mediaconvert mediaimport medialive mediapackage mediapackage-vod
  mediapackagev2 mediastore mediatailor medical-imaging memorydb mgh mgn migrationhub-orchestrator migrationhub-strategy mobileanalytics
  mobiletargeting monitron mpa mq neptune-db neptune-graph network-firewall network-security-director network-security-manager
  networkflowmonitor networkmanager networkmanager-chat networkmonitor nimble notifications notifications-contacts nova-act oam
  observabilityadmin odb omics one opensearch opsworks opsworks-cm organizations osis outposts panorama partnercentral
  partnercentral-account-management payment-cryptography payments pca-connector-ad pca-connector-scep pcs personalize pi pipes polly
  pricing pricingplanmanager private-networks profile proton purchase-orders q qapps qbusiness qdeveloper qldb quicksight ram rbin rds
  rds-data rds-db redshift redshift-data redshift-serverless refactor-spaces rekognition repostspace researchstudio resiliencehub
  resource-explorer resource-explorer-2 resource-groups rhelkb robomaker rolesanywhere route53 route53-recovery-cluster
  route53-recovery-control-config route53-recovery-readiness route53domains route53globalresolver route53profiles route53resolver
  rtbfabric rum s3 s3-object-lambda s3-outposts s3express s3files s3tables s3vectors sagemaker sagemaker-data-science-assistant
  sagemaker-geospatial sagemaker-mlflow sagemaker-unified-studio-mcp savingsplans scheduler schemas scn sdb secretsmanager security-ir
  securityagent securityhub securitylake serverlessrepo servicecatalog servicediscovery serviceextract servicequotas ses shield signer
  signin simspaceweaver sms sms-voice snow-device-management snowball sns social-messaging sqlworkbench sqs ssm ssm-contacts
  ssm-guiconnect ssm-incidents ssm-quicksetup ssm-sap ssmmessages sso sso-directory sso-oauth states storagegateway sts support
  support-console supportapp supportauthz supportplans sustainability swf synthetics tag tax textract thinclient timestream
  timestream-influxdb tiros tnb transcribe transfer transform transform-custom translate trustedadvisor ts user-subscriptions uxc
  vendor-insights verified-access verifiedpermissions voiceid vpc-lattice vpc-lattice-svcs vpce waf waf-regional wafv2 wam
  wellarchitected wickr wisdom workdocs worklink workmail workmailmessageflow workspaces workspaces-instances workspaces-web xray`
  .trim()
  .split(/\s+/)

export const pp17Messages = messages('PP17', {
  title: 'Unknown action',
  what: 'A service prefix or action that doesn’t exist, or an API call whose permission has a different name.',
  why: 'AWS rejects an action without a prefix, but accepts any other name. An action that doesn’t exist grants nothing.',
  todo: 'Use the name in the service authorization reference.',
  seeList: 'See the list of the service’s actions.',
  write: (meant: string) => `Write ${meant}.`,
  advised: (problem: string, advice: string) => `${problem} ${advice}`,
  blank: (text: string) => `${text} contains a space.`,
  noColon: (text: string) => `${text} isn’t an action. Write the service, a colon, and the name, such as s3:GetObject.`,
  serviceWildcard: (text: string) => `${text} has a wildcard in the name of the service, which AWS rejects. Name the service.`,
  unknownService: (prefix: string) => `AWS has no service with the prefix ${prefix}.`,
  otherName: (prefix: string, text: string) => `No ${prefix} action matches ${text}.`,
  unknownAction: (text: string) => `There is no action ${text}.`,
  notPermission: (text: string) => `${text} is an API call, not a permission.`,
})

/** Names of API calls whose permission is called otherwise. https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html, https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html */
const calledOtherwise: ReadonlyMap<string, string> = new Map([
  ['s3:listobjects', 's3:ListBucket'],
  ['s3:listobjectsv2', 's3:ListBucket'],
  ['s3:listobjectversions', 's3:ListBucketVersions'],
  ['s3:headbucket', 's3:ListBucket'],
  ['s3:headobject', 's3:GetObject'],
  ['s3:listbuckets', 's3:ListAllMyBuckets'],
  ['s3:copyobject', 's3:PutObject'],
  ['s3:uploadpart', 's3:PutObject'],
  ['s3:createmultipartupload', 's3:PutObject'],
  ['s3:completemultipartupload', 's3:PutObject'],
  ['s3:listmultipartuploads', 's3:ListBucketMultipartUploads'],
  ['s3:listparts', 's3:ListMultipartUploadParts'],
  ['s3:deleteobjects', 's3:DeleteObject'],
  ['s3:getbucketencryption', 's3:GetEncryptionConfiguration'],
  ['s3:putbucketencryption', 's3:PutEncryptionConfiguration'],
  ['s3:getbucketlifecycle', 's3:GetLifecycleConfiguration'],
  ['s3:getbucketlifecycleconfiguration', 's3:GetLifecycleConfiguration'],
  ['s3:putbucketlifecycleconfiguration', 's3:PutLifecycleConfiguration'],
  ['s3:getbucketreplication', 's3:GetReplicationConfiguration'],
  ['s3:putbucketreplication', 's3:PutReplicationConfiguration'],
  ['lambda:invoke', 'lambda:InvokeFunction'],
])

type Fault = { readonly message: Text; readonly meant: string | null }

const advice = (meant: string | null): Text =>
  meant === null ? (language) => pp17Messages.in(language).seeList : (language) => pp17Messages.in(language).write(meant)

const fault = (problem: Text, meant: string | null): Fault => ({
  message: (language) => pp17Messages.in(language).advised(problem(language), advice(meant)(language)),
  meant,
})

function malformed(text: string): Fault | null {
  if (/\s/.test(text)) {
    const meant = text.replace(/\s+/g, '')
    return fault((language) => pp17Messages.in(language).blank(JSON.stringify(text)), meant.includes(':') ? meant : null)
  }
  if (!/^[^:]+:[^:]+$/.test(text)) {
    return {
      message: (language) => pp17Messages.in(language).noColon(JSON.stringify(text)),
      meant: null,
    }
  }
  if (hasWildcard(servicePrefix(text) ?? '')) {
    return {
      message: (language) => pp17Messages.in(language).serviceWildcard(JSON.stringify(text)),
      meant: null,
    }
  }
  return null
}

/** The actions of a service, without the prefix; undefined where they are not known. S3's always are. */
function namesOf(prefix: string, knowledge: ActionKnowledge | undefined): readonly string[] | undefined {
  const known = knowledge?.service(prefix)?.actions.map(({ name }) => name)
  return known ?? (prefix === 's3' ? [...s3Levels.keys()].map((action) => action.slice('s3:'.length)) : undefined)
}

function unknownPrefix(prefix: string, name: string): Fault {
  const meant = nearest(prefix, servicePrefixes)
  return fault((language) => pp17Messages.in(language).unknownService(prefix), meant === null ? null : `${meant}:${name}`)
}

function unknown(text: string, knowledge: ActionKnowledge | undefined): Fault | null {
  const prefix = servicePrefix(text)
  if (prefix === null) return null
  const name = text.slice(prefix.length + 1)
  if (!servicePrefixes.includes(prefix) && knowledge?.service(prefix) == null) return unknownPrefix(prefix, name)
  const names = namesOf(prefix, knowledge)
  if (names === undefined || names.some((known) => namesAction(name, known))) return null
  if (hasWildcard(name)) return fault((language) => pp17Messages.in(language).otherName(prefix, text), null)
  const meant = nearest(name, names)
  return fault((language) => pp17Messages.in(language).unknownAction(text), meant === null ? null : `${prefix}:${meant}`)
}

function faultOf(text: string, knowledge: ActionKnowledge | undefined): Fault | null {
  if (isEveryAction(text)) return null
  const wrong = malformed(text)
  if (wrong !== null) return wrong
  const permission = calledOtherwise.get(text.toLowerCase())
  if (permission !== undefined) return fault((language) => pp17Messages.in(language).notPermission(text), permission)
  return unknown(text, knowledge)
}

function spot({ text, path }: PlacedText, knowledge: ActionKnowledge | undefined): Match[] {
  const found = faultOf(text, knowledge)
  if (found === null) return []
  const { message, meant } = found
  return [{ message, path, ...(meant === null ? {} : { fix: [{ path, value: meant }] }) }]
}

export const pp17UnknownAction: PermissionsRule = rule(
  pp17Messages,
  'error',
  'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  ({ statements, context }) =>
    statements
      .flatMap((statement) => [...statement.texts('Action'), ...statement.texts('NotAction')])
      .flatMap((placed) => spot(placed, context.knowledge)),
)

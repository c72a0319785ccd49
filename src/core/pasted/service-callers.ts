/** An AWS service that assumes roles, with the principal that they trust. */
export type ServiceCaller = { readonly name: string; readonly principal: string }

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_aws-services-that-work-with-iam.html */
const principals: Readonly<Record<string, string>> = {
  'API Gateway': 'apigateway.amazonaws.com',
  AppSync: 'appsync.amazonaws.com',
  CodeBuild: 'codebuild.amazonaws.com',
  CodePipeline: 'codepipeline.amazonaws.com',
  Firehose: 'firehose.amazonaws.com',
  Glue: 'glue.amazonaws.com',
  Lambda: 'lambda.amazonaws.com',
  MediaConvert: 'mediaconvert.amazonaws.com',
  SageMaker: 'sagemaker.amazonaws.com',
  'Step Functions': 'states.amazonaws.com',
}

const redshift: ServiceCaller = { name: 'Amazon Redshift', principal: 'redshift.amazonaws.com' }

/** Error 30000 of Amazon Redshift. https://docs.aws.amazon.com/redshift/latest/mgmt/authorizing-redshift-service.html */
export const isOfRedshift = (message: string): boolean => /\bnot authorized to get credentials of role\b/i.test(message)

const principal = /(?<![\w./-])((?!sts\.|docs\.|console\.|signin\.)[a-z][a-z-]*(?:\.[a-z-]+)?\.amazonaws\.com)\b(?!\/)/

const service = new RegExp(`\\b(?:by|for|allow\\w*|let)? ?(?:the )?(?:AWS |Amazon )?(${Object.keys(principals).join('|')})\\b`)

/** Null where the text names none. */
export function serviceCaller(text: string): ServiceCaller | null {
  if (isOfRedshift(text)) return redshift
  const [, named] = principal.exec(text) ?? []
  if (named !== undefined) return { name: named, principal: named }
  const [, name = ''] = service.exec(text) ?? []
  const known = principals[name]
  return known === undefined ? null : { name, principal: known }
}

import type { Artifact } from '#core/artifacts/artifact.ts'
import { command, option, script, undoCommands, written } from '#core/artifacts/aws-cli.ts'
import type { HostingPlatform } from '#core/connection/vendor-fields.ts'
import { shellQuoted } from '#core/text/strings.ts'
import { type HostingPlan, metadataOptions } from './hosting-plan.ts'

const trustFile = 'application-trust.json'
const permissionsFile = 'application-permissions.json'
const launchFile = 'launch-template.json'

const ofPath = ({ rolePath }: HostingPlan): readonly string[] => (rolePath === '/' ? [] : [option('path', rolePath)])

const createRole = (plan: HostingPlan): readonly string[] => [
  written(trustFile, plan.trustPolicy),
  command(
    'aws iam create-role',
    option('role-name', plan.roleName),
    ...ofPath(plan),
    `--assume-role-policy-document file://${trustFile} > /dev/null`,
  ),
  written(permissionsFile, plan.permissionsPolicy),
  command(
    'aws iam put-role-policy',
    option('role-name', plan.roleName),
    option('policy-name', plan.policyName),
    `--policy-document file://${permissionsFile}`,
  ),
]

/** Without an image: the launch of an instance, or a next version of the template, names it. */
const instanceProfile = ({ roleName, stackName }: HostingPlan): readonly string[] => [
  command('aws iam create-instance-profile', option('instance-profile-name', roleName), '> /dev/null'),
  command('aws iam add-role-to-instance-profile', option('instance-profile-name', roleName), option('role-name', roleName)),
  written(launchFile, { IamInstanceProfile: { Name: roleName }, MetadataOptions: metadataOptions }),
  command(
    'aws ec2 create-launch-template',
    option('launch-template-name', stackName),
    `--launch-template-data file://${launchFile} > /dev/null`,
  ),
]

/** Before anything is created. The skeleton needs no credentials. https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-skeleton.html */
const recentClient = `case "$(aws eks create-pod-identity-association --generate-cli-skeleton)" in
  *disableSessionTags*) ;;
  *)
    printf 'Stopped. EKS Pod Identity without session tags needs an AWS CLI of June 2025 or later. Update it. Nothing was changed.\\n' >&2
    exit 1
    ;;
esac`

const podIdentity = ({ cluster, namespace, serviceAccount, roleArn }: HostingPlan): readonly string[] => [
  command(
    'aws eks create-pod-identity-association',
    option('cluster-name', cluster),
    option('namespace', namespace),
    option('service-account', serviceAccount),
    option('role-arn', roleArn),
    '--disable-session-tags > /dev/null',
  ),
]

const rolesAnywhere = ({ stackName, roleArn }: HostingPlan): readonly string[] => [
  command(
    'aws rolesanywhere create-profile',
    option('name', stackName),
    option('role-arns', roleArn),
    '--duration-seconds 3600 --enabled > /dev/null',
  ),
]

const launchRemovals = ({ roleName, stackName }: HostingPlan): readonly string[] => [
  command('aws ec2 delete-launch-template', option('launch-template-name', stackName)),
  command('aws iam remove-role-from-instance-profile', option('instance-profile-name', roleName), option('role-name', roleName)),
  command('aws iam delete-instance-profile', option('instance-profile-name', roleName)),
]

/** AWS names these by an ID, which is looked up. The AWS CLI prints None where there is none. */
const removedById = (name: string, lookUp: string, remove: string): readonly string[] => [
  `if ${name}="$(${lookUp} --output text)"; then
  [ "$${name}" = None ] || attempt ${remove} "$${name}"
else
  failed="$failed  ${lookUp.split(' ', 3).join(' ')}
"
fi`,
]

function podIdentityRemoval({ cluster, namespace, serviceAccount }: HostingPlan): readonly string[] {
  const onCluster = option('cluster-name', cluster)
  const filters = command(onCluster, option('namespace', namespace), option('service-account', serviceAccount))
  return removedById(
    'association',
    `aws eks list-pod-identity-associations ${filters} --query 'associations[0].associationId'`,
    `aws eks delete-pod-identity-association ${onCluster} --association-id`,
  )
}

const rolesAnywhereRemoval = ({ stackName }: HostingPlan): readonly string[] =>
  removedById(
    'profile',
    `aws rolesanywhere list-profiles --query ${shellQuoted(`profiles[?name=='${stackName}'].profileId | [0]`)}`,
    'aws rolesanywhere delete-profile --profile-id',
  )

type Platform = {
  readonly check?: string
  readonly create: (plan: HostingPlan) => readonly string[]
  readonly remove: (plan: HostingPlan) => readonly string[]
}

const roleAlone: Platform = { create: () => [], remove: () => [] }
const instances: Platform = { create: instanceProfile, remove: launchRemovals }

const platforms: Readonly<Record<HostingPlatform, Platform>> = {
  ec2: instances,
  'ec2-auto-scaling': instances,
  ecs: roleAlone,
  eks: { check: recentClient, create: podIdentity, remove: podIdentityRemoval },
  'eks-irsa': roleAlone,
  lambda: roleAlone,
  'roles-anywhere': { create: rolesAnywhere, remove: rolesAnywhereRemoval },
}

/** Creates the application role, and what hands it to the application; prints its ARN. */
export function hostingCommands(plan: HostingPlan): Artifact {
  const { check, create } = platforms[plan.platform]
  return script(plan, 'create-application-role.sh', [
    ...(check === undefined ? [] : [check]),
    ...createRole(plan),
    ...create(plan),
    command('aws iam get-role', option('role-name', plan.roleName), '--query Role.Arn --output text'),
  ])
}

export const hostingRemovalCommands = (plan: HostingPlan): Artifact =>
  script(
    plan,
    'delete-application-role.sh',
    undoCommands(
      [
        ...platforms[plan.platform].remove(plan),
        command('aws iam delete-role-policy', option('role-name', plan.roleName), option('policy-name', plan.policyName)),
        command('aws iam delete-role', option('role-name', plan.roleName)),
      ],
      [trustFile, permissionsFile, launchFile],
    ),
  )

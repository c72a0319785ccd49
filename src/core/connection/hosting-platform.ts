import * as z from 'zod/mini'

/** The platform that runs the vendor's application. `eks` is EKS Pod Identity, `roles-anywhere` a place outside AWS. */
export const HostingPlatform = z.enum(['ec2', 'ec2-auto-scaling', 'ecs', 'eks', 'eks-irsa', 'lambda', 'roles-anywhere'])
export type HostingPlatform = z.infer<typeof HostingPlatform>

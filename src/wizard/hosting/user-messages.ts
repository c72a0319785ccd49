import { messages } from '#core/text/messages.ts'

/** The vendor's side where the application calls AWS as an IAM user. */
export const hostingUserMessages = messages('hosting-user', {
  heading: (vendor: string) => `Run ${vendor} as an IAM user`,
  lead: 'The application calls AWS with the user’s access key, and switches to each customer’s role with that customer’s external ID.',
  why: {
    title: 'A role is more secure than a user',
    points: [
      'A user has a long-lived access key. Anyone who finds it can call AWS as your application until you delete it. A role has temporary credentials, which AWS rotates.',
      'No AWS service hands a user to your application: EC2 instance profiles, ECS tasks, EKS pods, Lambda functions, and IAM Roles Anywhere have roles only.',
      'Customers trust the unique ID of the user. If you delete the user, every customer has to create a new role, even if another user gets its name. To replace a key, create a second one, and delete the first.',
      'A user can assume a role for as long as the role’s maximum session duration, up to 12 hours. The limit of 1 hour applies to role chaining only.',
    ],
    instead: 'To use a role, set applicationRoleName in place of applicationUser. Roles that customers created before need an update.',
  },
  key: {
    title: 'Where the access key goes',
    text: 'Nothing here creates, requests, or stores it. Create it in the IAM console, keep it in your secrets store, and give it to the application and to Rolebridge as the AWS SDK expects it: in environment variables or in a profile. Replace it at least every 90 days.',
  },
  values: 'What the user can access',
  create: 'Create the IAM user',
  field: 'Permissions policy of your IAM user',
  intro:
    'Your back end reads the role ARN and external ID from the connection. Sessions last 3,600 seconds, which every role allows. Each sample calls the STS endpoint of its Region and holds no access key.',
})

import type { AwsStandIn } from './AwsStandIn';

/**
 * Makes roles assumable; the temporary key carries the role's account, so that
 * GetCallerIdentity tells it, as AWS does. Other keys belong to `mainAccount`.
 */
export function standInAccounts(
  aws: AwsStandIn,
  mainAccount = '111111111111',
  lifetimeMs = 60 * 60_000,
): void {
  aws.on('sts:AssumeRole', ({ body }) => {
    const account = String(body.RoleArn).split(':')[4];
    const expiration = new Date(Date.now() + lifetimeMs).toISOString();
    return {
      body: `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials><AccessKeyId>ASIA${account}</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken><Expiration>${expiration}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
    };
  });
  aws.on('sts:GetCallerIdentity', ({ accessKeyId }) => {
    const account = accessKeyId.startsWith('ASIA')
      ? accessKeyId.slice(4)
      : mainAccount;
    return {
      body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult><Arn>arn:aws:iam::${account}:user/x</Arn><UserId>x</UserId><Account>${account}</Account></GetCallerIdentityResult></GetCallerIdentityResponse>`,
    };
  });
}

import type { UserEntity } from '@backstage/catalog-model';

/** Who a commit is by. */
export interface CommitAuthor {
  name: string;
  email: string;
}

/** The author of a commit: the person who ran the task, as the catalog knows them. */
export function commitAuthor(
  user: { entity?: UserEntity; ref?: string } | undefined,
): CommitAuthor {
  const profile = user?.entity?.spec.profile;
  const login = user?.ref?.slice(user.ref.lastIndexOf('/') + 1) || 'backstage';
  return {
    name: profile?.displayName || login,
    // Reserved by RFC 2606: a mail to it cannot reach a stranger.
    email: profile?.email || `${login}@backstage.invalid`,
  };
}

import { repositoryInput } from '../__testUtils__/repositoryInput';
import { hostedRepository } from './hostedRepository';
import { readRepositoryRequest } from './readRepositoryRequest';

const read = (repoUrl: unknown, host = 'gitlab') =>
  readRepositoryRequest(repositoryInput({ host, repoUrl } as never)).repoUrl;

describe('repoUrl', () => {
  it.each([
    ['github.com?owner=example&repo=bird-calls', 'github.com', 'example'],
    [
      'git.example:8443?repo=bird-calls&owner=a%2Fb.c',
      'git.example:8443',
      'a/b.c',
    ],
  ])('takes %s apart', (repoUrl, host, owner) => {
    expect(hostedRepository(read(repoUrl))).toEqual({
      host,
      owner,
      name: 'bird-calls',
    });
  });

  it('takes a GitLab project in place of owner and repo', () => {
    expect(hostedRepository(read('gitlab.com?project=1234'))).toEqual({
      host: 'gitlab.com',
      owner: '',
      name: '',
    });
  });

  it.each([
    'gitlab.com',
    'gitlab.com?owner=birds',
    'gitlab.com?repo=calls',
    '?owner=birds&repo=calls',
    'a b?owner=birds&repo=calls',
    'me:secret@gitlab.com?owner=birds&repo=calls',
    'gitlab.com/path?owner=birds&repo=calls',
    'gitlab.com:99999?owner=birds&repo=calls',
    'gitlab.com?owner=birds;reboot&repo=calls',
    'gitlab.com?owner=$(reboot)&repo=calls',
    'gitlab.com?owner=birds%0A*%20@eve&repo=calls',
    'gitlab.com?owner=birds%2F&repo=calls',
    'gitlab.com?owner=birds&repo=calls%2Fx',
    'gitlab.com?owner=birds&repo=%60reboot%60',
    'gitlab.com?project=a%20b',
    'gitlab.com?project=1&owner=a%20b',
  ])('refuses %j', repoUrl => {
    expect(() => read(repoUrl)).toThrow(
      /^The repository was not written\. repoUrl: /,
    );
  });

  it.each([undefined, ''])('refuses %j where a git host was chosen', given => {
    expect(() => read(given, 'github')).toThrow(
      'repoUrl: is missing: a repository on github needs an owner and a name',
    );
  });

  it.each([undefined, ''])('takes %j for a local repository', given => {
    expect(read(given, 'local')).toBeUndefined();
  });
});

import { repositoryIdentitySchema, teamOfOwner } from './repositoryIdentity';

const valid = {
  name: 'bird-calls',
  owner: 'group:default/audio',
  team: 'audio',
};

function wrongFields(change: Record<string, unknown>): string[] {
  const result = repositoryIdentitySchema.safeParse({ ...valid, ...change });
  return result.success
    ? []
    : result.error.issues.map(issue => issue.path.join('.'));
}

describe('repositoryIdentitySchema', () => {
  it('fills in what was left out', () => {
    expect(repositoryIdentitySchema.parse(valid)).toEqual({
      ...valid,
      description: '',
      alertEmails: [],
    });
  });

  it.each([
    ['Audio', 'group:default/audio'],
    ['group:Audio', 'group:default/audio'],
    ['user:default/Ann', 'user:default/ann'],
  ])('writes the owner %s as %s', (owner, full) => {
    expect(repositoryIdentitySchema.parse({ ...valid, owner }).owner).toBe(
      full,
    );
  });

  it.each([
    ['quotes', 'a"b'],
    ['an interpolation', '${x}'],
    ['a template', '${{ 1 }}'],
    ['a line break', 'bird\ncalls'],
    ['a trailing line break', 'bird-calls\n'],
    ['Unicode', 'vögel'],
    ['200 characters', 'a'.repeat(200)],
    ['capitals', 'Birds'],
    ['a leading digit', '1bird'],
    ['a trailing hyphen', 'bird-'],
    ['two characters', 'ab'],
    ['a path', '../etc'],
  ])('refuses a name with %s', (_what, name) => {
    expect(wrongFields({ name })).toEqual(['name']);
  });

  it.each([
    ['component:default/x'],
    ['group:default/a b'],
    ['group:a/b/c'],
    [''],
    ['group:default/${x}'],
  ])('refuses the owner %j', owner => {
    expect(wrongFields({ owner })).toEqual(['owner']);
  });

  it('refuses a team whose buckets S3 would refuse', () => {
    expect(wrongFields({ team: 'xn--audio' })).toEqual(['team']);
  });

  it.each([
    ['a line break', 'a\nb'],
    ['a NUL', 'a\0b'],
    ['201 characters', 'x'.repeat(201)],
    ['half a character', 'a\ud800b'],
  ])('refuses a description with %s', (_what, description) => {
    expect(wrongFields({ description })).toEqual(['description']);
  });

  it('counts characters as people do', () => {
    expect(wrongFields({ description: '🐦'.repeat(200) })).toEqual([]);
    expect(wrongFields({ description: '🐦'.repeat(201) })).toEqual([
      'description',
    ]);
  });

  it('refuses what is no address, and an eleventh one', () => {
    expect(wrongFields({ alertEmails: ['nobody'] })).toEqual(['alertEmails.0']);
    expect(wrongFields({ alertEmails: ['a"b@example.com'] })).toEqual([
      'alertEmails.0',
    ]);
    const eleven = Array.from({ length: 11 }, (_, i) => `a${i}@example.com`);
    expect(wrongFields({ alertEmails: eleven })).toEqual(['alertEmails']);
  });

  it('tells each address once', () => {
    const alertEmails = ['a@example.com', 'a@example.com'];
    expect(
      repositoryIdentitySchema.parse({ ...valid, alertEmails }).alertEmails,
    ).toEqual(['a@example.com']);
  });
});

describe('teamOfOwner', () => {
  it.each([
    ['group:default/audio', 'audio'],
    ['audio', 'audio'],
    ['group:audio', 'audio'],
    ['group:default/Team_Audio.EU', 'team-audio-eu'],
    ['group:default/42-birds', 'birds'],
    [`group:default/${'a'.repeat(40)}`, 'a'.repeat(32)],
  ])('of %s is %s', (owner, team) => {
    expect(teamOfOwner(owner)).toBe(team);
  });
});

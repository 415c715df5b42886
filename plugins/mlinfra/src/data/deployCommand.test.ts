import { ANNOTATION_LOCATION, type Entity } from '@backstage/catalog-model';
import { componentEntity } from '../testing/fixtures';
import { deployCommand, emulatedDeployCommand } from './deployCommand';

function withAnnotations(annotations: Record<string, string>): Entity {
  const entity = componentEntity();
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

const located = (target: string) =>
  withAnnotations({
    ...componentEntity().metadata.annotations,
    [ANNOTATION_LOCATION]: target,
  });

const owned = (owner: unknown) =>
  componentEntity('speech', {
    spec: { owner: JSON.parse(JSON.stringify(owner)) },
  });

describe('deployCommand', () => {
  it('C14 is the script of the repository, which knows the order of its steps', () => {
    expect(deployCommand(componentEntity())).toBe(
      'scripts/deploy.sh inference-api dev',
    );
  });

  it('C3 names the first stack, and dev wherever it stands', () => {
    expect(
      deployCommand(
        withAnnotations({
          'mlinfra.io/stacks': 'churn, inference-api',
          'mlinfra.io/environments': ' prod ,dev',
        }),
      ),
    ).toBe('scripts/deploy.sh churn dev');
  });

  it.each([
    [{}],
    [{ 'mlinfra.io/stacks': 'churn' }],
    [{ 'mlinfra.io/stacks': '$(id)', 'mlinfra.io/environments': 'dev' }],
    [{ 'mlinfra.io/stacks': 'churn', 'mlinfra.io/environments': '; id' }],
  ])('writes nothing into a shell that is no plain name: %p', annotations => {
    const entity = withAnnotations(annotations);
    expect(deployCommand(entity)).toBeUndefined();
    expect(emulatedDeployCommand(entity)).toBeUndefined();
  });
});

describe('emulatedDeployCommand', () => {
  it.each(['group:default/audio', 'audio', 'Group:Audio'])(
    'C15 finds the repository of the owner %s',
    owner => {
      expect(emulatedDeployCommand(owned(owner))).toBe(
        'npm run emulated -- apply repositories/audio/speech inference-api dev',
      );
    },
  );

  it.each([
    ['file:/srv/portal/repositories/birds/speech/catalog-info.yaml', 'birds'],
    [
      'file:C:\\portal\\repositories\\birds\\speech\\catalog-info.yaml',
      'birds',
    ],
    ['url:https://example.com/birds/speech/catalog-info.yaml', 'audio'],
    ['file:catalog-info.yaml', 'audio'],
  ])('C15 finds what lies at %s in the folder %s', (target, folder) => {
    expect(emulatedDeployCommand(located(target))).toContain(
      `apply repositories/${folder}/speech `,
    );
  });

  it.each([
    ['an owner that is missing', owned(null)],
    ['an owner that leaves no name', owned('group:default/!')],
    [
      'a folder that a shell would expand',
      located('file:/srv/$(id)/speech/catalog-info.yaml'),
    ],
    ['a name that a shell would expand', componentEntity('a$b')],
  ])('makes up no folder from %s', (_case, entity) => {
    expect(emulatedDeployCommand(entity)).toBeUndefined();
  });
});

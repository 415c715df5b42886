import { componentEntity } from '../testing/fixtures';
import { deployCommands } from './deployCommands';

function withAnnotations(annotations: Record<string, string>) {
  const entity = componentEntity();
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

describe('deployCommands', () => {
  it('C14 has the image pushed before the stack that runs it is applied', () => {
    expect(deployCommands(componentEntity())?.split('\n')).toEqual([
      expect.stringContaining('init -reconfigure -backend-config='),
      expect.stringContaining('-target=module.image_repository'),
      expect.stringContaining('scripts/build-and-push.sh inference-api dev'),
      expect.stringContaining('-var image_uri="$IMAGE_URI"'),
    ]);
  });

  it('C3 names the first environment and stack that there is', () => {
    expect(
      deployCommands(
        withAnnotations({
          'mlinfra.io/stacks': 'churn, inference-api',
          'mlinfra.io/environments': ' prod ,dev',
        }),
      ),
    ).toBe(
      'terraform -chdir=terraform/stacks/churn init -reconfigure -backend-config=../../environments/prod/backend.hcl\n' +
        'terraform -chdir=terraform/stacks/churn apply -var-file=../../environments/prod/churn.tfvars.json',
    );
  });

  it.each([
    [{}],
    [{ 'mlinfra.io/stacks': 'churn' }],
    [{ 'mlinfra.io/stacks': '$(id)', 'mlinfra.io/environments': 'dev' }],
    [{ 'mlinfra.io/stacks': 'churn', 'mlinfra.io/environments': '; id' }],
  ])('writes nothing into a shell that is no plain name: %p', annotations => {
    expect(deployCommands(withAnnotations(annotations))).toBeUndefined();
  });
});

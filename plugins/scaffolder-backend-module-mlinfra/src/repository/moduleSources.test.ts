import { moduleSources, neededModules } from './moduleSources';
import { textFile } from './RepositoryFile';

const root = textFile(
  'main.tf',
  'module "a" {\n  source = "../../modules/alpha"\n}\nmodule "b" { \n  source="../../modules/beta"\n}\n',
);

describe('moduleSources', () => {
  it('finds each relative module once', () => {
    expect(moduleSources([root, root])).toEqual(['alpha', 'beta']);
  });

  it('passes over providers and other files', () => {
    expect(
      moduleSources([
        textFile('versions.tf', '    aws = { source = "hashicorp/aws" }\n'),
        textFile('README.md', '  source = "../../modules/alpha"\n'),
      ]),
    ).toEqual([]);
  });
});

describe('neededModules', () => {
  it('follows modules that modules call, in circles too', () => {
    const modules = [
      textFile('alpha/main.tf', 'module "g" {\n  source = "../gamma"\n}\n'),
      textFile('beta/main.tf', ''),
      textFile('gamma/main.tf', 'module "a" {\n  source = "../alpha"\n}\n'),
      textFile('unused/main.tf', ''),
    ];
    expect([...neededModules([root], modules)].sort()).toEqual([
      'alpha',
      'beta',
      'gamma',
    ]);
  });

  it('names a module that is not there', () => {
    expect(() =>
      neededModules([root], [textFile('alpha/main.tf', '')]),
    ).toThrow('The templates have no Terraform module beta');
  });
});

import type { Entity } from '@backstage/catalog-model';
import { Document } from 'yaml';
import { textFile, type RepositoryFile } from './RepositoryFile';

/** `catalog-info.yaml` from entities; built as data, so that no text can become YAML. */
export function catalogInfoFile(entities: Entity[]): RepositoryFile {
  const text = entities
    .map(entity => `---\n${new Document(entity).toString({ lineWidth: 0 })}`)
    .join('');
  return textFile('catalog-info.yaml', text);
}

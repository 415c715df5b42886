import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { resourceBlocks, type ResourceBlocks } from './resourceBlocks';

/** The Terraform files of folders, read once each. */
export class TerraformSources {
  private readonly texts = new Map<string, string[]>();
  private readonly blocks = new Map<string, ResourceBlocks>();

  /** @param terraformFolder - folder that holds `modules` and `stacks` */
  constructor(private readonly terraformFolder: string) {}

  /** The `.tf` files of a folder, for example `modules/bucket`. */
  filesOf(folder: string): string[] {
    let files = this.texts.get(folder);
    if (!files) {
      const absolute = path.join(this.terraformFolder, folder);
      files = readdirSync(absolute)
        .filter(file => file.endsWith('.tf'))
        .map(file => readFileSync(path.join(absolute, file), 'utf8'));
      this.texts.set(folder, files);
    }
    return files;
  }

  /** The blocks of resources and data of a folder. */
  blocksOf(folder: string): ResourceBlocks {
    let blocks = this.blocks.get(folder);
    if (!blocks) {
      blocks = resourceBlocks(this.filesOf(folder));
      this.blocks.set(folder, blocks);
    }
    return blocks;
  }
}

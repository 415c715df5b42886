/** Source text per `type.name`: its block and the comments right above it. */
export type ResourceBlocks = Map<string, string>;

const OPENING = /^(resource|data) "([a-z0-9_]+)" "([A-Za-z0-9_-]+)" \{/;

/**
 * The blocks of formatted Terraform files: a block opens and closes at the
 * beginning of a line.
 */
export function resourceBlocks(files: string[]): ResourceBlocks {
  const blocks: ResourceBlocks = new Map();
  for (const file of files) {
    let comments: string[] = [];
    let open: { key: string; lines: string[] } | undefined;
    for (const line of file.split('\n')) {
      if (open) {
        open.lines.push(line);
        if (line === '}') {
          blocks.set(open.key, open.lines.join('\n'));
          open = undefined;
          comments = [];
        }
        continue;
      }
      const match = OPENING.exec(line);
      if (match) {
        const [, mode, type, name] = match;
        const key =
          mode === 'data' ? `data.${type}.${name}` : `${type}.${name}`;
        if (line.endsWith('}')) {
          blocks.set(key, [...comments, line].join('\n'));
          comments = [];
        } else {
          open = { key, lines: [...comments, line] };
        }
      } else if (line.startsWith('#')) {
        comments.push(line);
      } else {
        comments = [];
      }
    }
  }
  return blocks;
}

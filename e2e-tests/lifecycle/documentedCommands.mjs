// @ts-check

/**
 * @typedef {object} CommandBlock
 * @property {string} heading the last heading above it, or the bold words that begin a line or step
 * @property {string} text what a person copies
 */

// A fence may be indented as part of a list, and what is inside as much.
const FENCE = /^( *)```(\w*)\s*$/;
const TITLE = /^ *(?:#+ (.+)|(?:\d+\. )?\*\*(.+?)\*\*.*)$/;

/**
 * The blocks of shell commands in a Markdown text, in order.
 *
 * @param {string} markdown
 * @returns {CommandBlock[]}
 */
export function commandBlocks(markdown) {
  /** @type {CommandBlock[]} */
  const blocks = [];
  let heading = '';
  /** @type {{ indent: string, language: string, lines: string[] } | undefined} */
  let open;
  for (const line of markdown.split('\n')) {
    const fence = FENCE.exec(line);
    if (fence && open) {
      if (['bash', 'sh'].includes(open.language)) {
        blocks.push({ heading, text: `${open.lines.join('\n')}\n` });
      }
      open = undefined;
    } else if (fence) {
      open = { indent: fence[1], language: fence[2], lines: [] };
    } else if (open) {
      open.lines.push(
        line.startsWith(open.indent) ? line.slice(open.indent.length) : line,
      );
    } else {
      const title = TITLE.exec(line);
      heading = title ? title[1] ?? title[2] : heading;
    }
  }
  return blocks;
}

/**
 * What `scripts/deploy.sh … destroy` asks for, in the order of a block.
 *
 * @param {string} text
 */
export function confirmations(text) {
  return [...text.matchAll(/^scripts\/deploy\.sh (\S+) (\S+) destroy$/gm)]
    .map(([, stack, environment]) => `${stack}/${environment}\n`)
    .join('');
}

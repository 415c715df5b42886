// Prettier 2 comes without types.
declare module 'prettier' {
  export function format(
    text: string,
    options: { parser: 'json' | 'markdown' },
  ): string;
}

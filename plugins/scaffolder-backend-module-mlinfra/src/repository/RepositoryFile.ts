/** A file of a repository that is being put together. */
export interface RepositoryFile {
  /** Relative to the repository's root, with forward slashes. */
  path: string;
  content: Buffer;
  executable: boolean;
}

/** A file from text. */
export function textFile(path: string, text: string): RepositoryFile {
  return { path, content: Buffer.from(text, 'utf8'), executable: false };
}

/** A file from data, as indented JSON. */
export function jsonFile(path: string, data: unknown): RepositoryFile {
  return textFile(path, `${JSON.stringify(data, null, 2)}\n`);
}

import path from 'node:path';

/** The templates of this repository, which the tests run as they are. */
export const TEMPLATES_FOLDER = path.resolve(__dirname, '../../../../templates');

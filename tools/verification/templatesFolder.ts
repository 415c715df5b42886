import path from 'node:path';

/** The templates of this repository. */
export const TEMPLATES_FOLDER = path.resolve(__dirname, '../../templates');

/** Where their Terraform lies. */
export const TERRAFORM_FOLDER = path.join(TEMPLATES_FOLDER, 'terraform');

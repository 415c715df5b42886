/** Pattern of texts without the one character that PostgreSQL does not take. */
export const NO_NUL = '^[^\\u0000]*$';

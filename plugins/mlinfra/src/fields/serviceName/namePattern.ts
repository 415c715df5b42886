/** What a service may be called: it becomes part of names in AWS, git and the catalog. */
export const SERVICE_NAME_PATTERN = /^[a-z][a-z0-9-]{1,30}[a-z0-9]$/;

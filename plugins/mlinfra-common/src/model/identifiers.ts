/** A full entity reference, for example `component:default/speech`. @public */
export type EntityRef = string;

/** Twelve digits. @public */
export type AccountId = string;

/** For example `eu-central-1`. @public */
export type Region = string;

/** For example `dev` or `prod`; taken from a tag, so any string is possible. @public */
export type EnvironmentId = string;

/** US dollars as a decimal string, for example `"12.5"`; never a float. @public */
export type UsdAmount = string;

/** An instant in UTC, ISO 8601, for example `2026-01-31T12:00:00.000Z`. @public */
export type Timestamp = string;

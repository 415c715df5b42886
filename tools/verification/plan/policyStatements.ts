import type { Json } from './PlanJson';

/** A statement of a policy. What is known after apply is `null` in a list. */
export interface Statement {
  /** Of the document or resource that holds it. */
  address: string;
  folder: string;
  type: string;
  name: string;
  module: string;
  allows: boolean;
  actions: string[];
  resources: Array<string | null>;
  /** `type:identifier`, for example `Service:lambda.amazonaws.com`. */
  principals: Array<string | null>;
  /** Variables of its conditions. */
  conditions: string[];
}

type Fields = Omit<
  Statement,
  'address' | 'folder' | 'type' | 'name' | 'module'
>;

/** Statements of a data source `aws_iam_policy_document`, whether or not its JSON is known. */
export function statementsOfDocument(values: Json): Fields[] {
  return entries(field(values, 'statement')).map(statement => ({
    allows: field(statement, 'effect') !== 'Deny',
    actions: texts(field(statement, 'actions')).flatMap(action => action ?? []),
    resources: texts(field(statement, 'resources')),
    principals: entries(field(statement, 'principals')).flatMap(principal =>
      texts(field(principal, 'identifiers')).map(
        identifier => identifier && `${field(principal, 'type')}:${identifier}`,
      ),
    ),
    conditions: entries(field(statement, 'condition')).map(condition =>
      String(field(condition, 'variable')),
    ),
  }));
}

function field(value: Json | undefined, key: string): Json | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value[key]
    : undefined;
}

function entries(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: Json | undefined): Array<string | null> {
  return entries(value).map(one => (typeof one === 'string' ? one : null));
}

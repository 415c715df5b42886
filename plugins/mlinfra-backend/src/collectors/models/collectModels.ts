import type { EndpointModel } from '@mlinfra/plugin-mlinfra-common';
import { endpointRow } from '../endpointRow';
import { claimedResources } from '../inventory/claimedResources';
import {
  type InventoryContext,
  NOTHING,
  type Part,
} from '../inventory/InventoryContext';
import { readDetails } from '../readDetails';
import { buildModelEndpoint } from './buildModelEndpoint';

/** Reads the SageMaker endpoints of a region. */
export async function collectModels(context: InventoryContext): Promise<Part> {
  const { source, input } = context;
  const claimed = claimedResources(context, 'sagemaker', 'endpoint/');
  if (claimed.length === 0) {
    return NOTHING;
  }
  const listed = new Map(
    (await source.models(input.call)).map(each => [each.arn, each]),
  );
  const present = claimed.flatMap(each => {
    const summary = listed.get(each.arn);
    return summary ? [{ ...each, summary }] : [];
  });
  const details = await readDetails<EndpointModel>(input, {
    candidates: present.map(({ arn, entityRef, summary }) => ({
      arn,
      fingerprint: `${summary.state} ${summary.modifiedAt}`,
      refreshedAt: input.refreshes.get(entityRef),
    })),
    read: arn => source.modelDetails(input.call, listed.get(arn)!.name),
    isSettled: ({ state }) => state === 'InService',
  });
  return {
    rows: present
      .filter(({ arn }) => !details.gone.has(arn))
      .map(each =>
        endpointRow(
          buildModelEndpoint(
            input,
            each,
            each.summary,
            details.contents.get(each.arn),
          ),
        ),
      ),
    details: details.kept,
    incomplete: details.incomplete,
  };
}

import { GetVpcLinksCommand, type VpcLink } from '@aws-sdk/client-api-gateway';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import { readAllPages } from './readAllPages';
import type { VpcLinkSummary } from './ServiceSource';

const PER_PAGE = 500;

/** Links of the first generation, through which REST APIs reach network load balancers. */
export class VpcLinkV1Reader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async all(call: AwsCall): Promise<VpcLinkSummary[]> {
    const links = await readAllPages<VpcLink>(async position => {
      const page = await this.caller.run('rest.GetVpcLinks', call, options =>
        this.clients
          .apiGateway(call)
          .send(new GetVpcLinksCommand({ position, limit: PER_PAGE }), options),
      );
      return { items: page.items, next: page.position };
    });
    return links.map(({ id, status, statusMessage, targetArns }) => ({
      id: id ?? '',
      state: status,
      stateReason: statusMessage,
      targetArns: targetArns ?? [],
    }));
  }
}

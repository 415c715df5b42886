import { GetVpcLinksCommand, type VpcLink } from '@aws-sdk/client-apigatewayv2';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import { readAllPages } from './readAllPages';
import type { VpcLinkSummary } from './ServiceSource';

const PER_PAGE = '100';

/** Links of the second generation, through which APIs of both kinds reach services and load balancers. */
export class VpcLinkV2Reader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async all(call: AwsCall): Promise<VpcLinkSummary[]> {
    const links = await readAllPages<VpcLink>(async NextToken => {
      const page = await this.caller.run('http.GetVpcLinks', call, options =>
        this.clients
          .apiGatewayV2(call)
          .send(
            new GetVpcLinksCommand({ NextToken, MaxResults: PER_PAGE }),
            options,
          ),
      );
      return { items: page.Items, next: page.NextToken };
    });
    return links.map(({ VpcLinkId, VpcLinkStatus, VpcLinkStatusMessage }) => ({
      id: VpcLinkId ?? '',
      state: VpcLinkStatus,
      stateReason: VpcLinkStatusMessage,
      targetArns: [],
    }));
  }
}

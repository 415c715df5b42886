import {
  DescribeListenersCommand,
  DescribeLoadBalancersCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  type Listener,
  type LoadBalancer,
  type TargetGroup,
  type TargetHealthDescription,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { TargetGroupHealth } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall, AwsCaller } from './AwsCaller';
import type { AwsClients } from './AwsClients';
import { awsSentence } from './awsSentence';
import { readAllPages } from './readAllPages';
import type {
  ListenerDetails,
  LoadBalancerSummary,
  TargetGroupSummary,
} from './ServiceSource';
import { unlessGone } from './unlessGone';

/** The most that AWS gives per page. */
const PER_PAGE = 400;
/** Sentences on targets that are kept of a target group. */
const MOST_REASONS = 5;

/** Load balancers, where they listen, and the health of what they lead to. */
export class LoadBalancerReader {
  constructor(
    private readonly clients: AwsClients,
    private readonly caller: AwsCaller,
  ) {}

  async all(call: AwsCall): Promise<LoadBalancerSummary[]> {
    const balancers = await readAllPages<LoadBalancer>(async Marker => {
      const page = await this.caller.run(
        'DescribeLoadBalancers',
        call,
        options =>
          this.clients
            .loadBalancing(call)
            .send(
              new DescribeLoadBalancersCommand({ Marker, PageSize: PER_PAGE }),
              options,
            ),
      );
      return { items: page.LoadBalancers, next: page.NextMarker };
    });
    return balancers.map(each => ({
      arn: each.LoadBalancerArn ?? '',
      name: each.LoadBalancerName ?? '',
      dnsName: each.DNSName,
      internetFacing: each.Scheme === 'internet-facing',
      type: each.Type,
      state: each.State?.Code,
      stateReason: awsSentence(each.State?.Reason),
    }));
  }

  async targetGroups(call: AwsCall): Promise<TargetGroupSummary[]> {
    const groups = await readAllPages<TargetGroup>(async Marker => {
      const page = await this.caller.run(
        'DescribeTargetGroups',
        call,
        options =>
          this.clients
            .loadBalancing(call)
            .send(
              new DescribeTargetGroupsCommand({ Marker, PageSize: PER_PAGE }),
              options,
            ),
      );
      return { items: page.TargetGroups, next: page.NextMarker };
    });
    return groups.map(each => ({
      arn: each.TargetGroupArn ?? '',
      name: each.TargetGroupName ?? '',
      loadBalancerArns: each.LoadBalancerArns ?? [],
    }));
  }

  async listeners(
    call: AwsCall,
    LoadBalancerArn: string,
  ): Promise<ListenerDetails[] | undefined> {
    const listeners = await unlessGone(() =>
      readAllPages<Listener>(async Marker => {
        const page = await this.caller.run('DescribeListeners', call, options =>
          this.clients.loadBalancing(call).send(
            new DescribeListenersCommand({
              LoadBalancerArn,
              Marker,
              PageSize: PER_PAGE,
            }),
            options,
          ),
        );
        return { items: page.Listeners, next: page.NextMarker };
      }),
    );
    return listeners?.map(listener);
  }

  async targetHealth(
    call: AwsCall,
    TargetGroupArn: string,
  ): Promise<TargetGroupHealth | undefined> {
    const answer = await unlessGone(() =>
      this.caller.run('DescribeTargetHealth', call, options =>
        this.clients
          .loadBalancing(call)
          .send(new DescribeTargetHealthCommand({ TargetGroupArn }), options),
      ),
    );
    return (
      answer && health(TargetGroupArn, answer.TargetHealthDescriptions ?? [])
    );
  }
}

function listener(each: Listener): ListenerDetails {
  const actions = each.DefaultActions ?? [];
  const groups = actions.flatMap(({ TargetGroupArn, ForwardConfig }) => [
    TargetGroupArn,
    ...(ForwardConfig?.TargetGroups ?? [])
      .filter(({ Weight }) => Weight !== 0)
      .map(group => group.TargetGroupArn),
  ]);
  return {
    arn: each.ListenerArn ?? '',
    protocol: each.Protocol,
    port: each.Port,
    targetGroups: [...new Set(groups.filter(group => group !== undefined))],
    authenticates: actions.some(({ Type }) =>
      Type?.startsWith('authenticate-'),
    ),
  };
}

function health(
  arn: string,
  targets: TargetHealthDescription[],
): TargetGroupHealth {
  const counts: Record<string, number> = {};
  const reasons = new Set<string>();
  for (const { TargetHealth } of targets) {
    const state = TargetHealth?.State ?? 'unknown';
    counts[state] = (counts[state] ?? 0) + 1;
    const reason = awsSentence(
      TargetHealth?.Description ?? TargetHealth?.Reason,
    );
    if (state !== 'healthy' && reason) {
      reasons.add(reason);
    }
  }
  return {
    // arn:…:targetgroup/<name>/<id>
    name: arn.split('/')[1] ?? arn,
    arn,
    targets: counts,
    reasons: [...reasons].slice(0, MOST_REASONS),
  };
}

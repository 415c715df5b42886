import type { EndpointModel, Timestamp } from '@mlinfra/plugin-mlinfra-common';
import type { AwsCall } from './AwsCaller';

/** A SageMaker endpoint as the list of a region shows it. */
export interface ModelSummary {
  arn: string;
  name: string;
  /** AWS's own word, for example `InService`. */
  state: string;
  modifiedAt?: Timestamp;
}

/** Models that SageMaker hosts in one region and account. */
export interface ModelSource {
  models(call: AwsCall): Promise<ModelSummary[]>;
  /** Undefined when the endpoint is gone. */
  modelDetails(
    call: AwsCall,
    endpointName: string,
  ): Promise<EndpointModel | undefined>;
}

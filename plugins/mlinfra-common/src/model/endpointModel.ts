import type { Timestamp } from './identifiers';

/** A production variant of a SageMaker endpoint. @public */
export interface EndpointVariant {
  name: string;
  /** Share of the requests that it gets now, between 0 and 1. */
  share?: number;
  /** Present where it runs without instances of its own. */
  serverless?: {
    /** MB. */
    memoryMb: number;
    maxConcurrency: number;
    provisionedConcurrency?: number;
  };
  instanceType?: string;
  instanceCount?: number;
  /** AWS's own words on what it is doing, for example `Creating`, `Updating`. */
  phases: string[];
}

/** A model that SageMaker hosts. @public */
export interface EndpointModel {
  /** AWS's own word: `InService`, `Creating`, `Updating`, `SystemUpdating`, `RollingBack`, `Failed`, `OutOfService`, `Deleting`. */
  state: string;
  failureReason?: string;
  configName: string;
  variants: EndpointVariant[];
  createdAt?: Timestamp;
  updatedAt?: Timestamp;
}

import type { Region } from '@mlinfra/plugin-mlinfra-common';

/** What differs between AWS's partitions. */
export interface Partition {
  /** As in ARNs. */
  id: 'aws' | 'aws-cn' | 'aws-us-gov';
  dnsSuffix: string;
  /** Region that answers for services without regions. */
  globalRegion: Region;
}

const COMMERCIAL: Partition = {
  id: 'aws',
  dnsSuffix: 'amazonaws.com',
  globalRegion: 'us-east-1',
};
const CHINA: Partition = {
  id: 'aws-cn',
  dnsSuffix: 'amazonaws.com.cn',
  globalRegion: 'cn-northwest-1',
};
const GOVERNMENT: Partition = {
  id: 'aws-us-gov',
  dnsSuffix: 'amazonaws.com',
  globalRegion: 'us-gov-west-1',
};

/** The partition that a region belongs to. */
export function partitionOf(region: Region): Partition {
  if (region.startsWith('cn-')) {
    return CHINA;
  }
  return region.startsWith('us-gov-') ? GOVERNMENT : COMMERCIAL;
}

/** What an applied foundation puts out as `shared_network`: its tasks stand behind a NAT gateway. */
export const SHARED_NETWORK = {
  id: 'vpc-0a1b2c3d4e5f60718',
  cidr: '10.60.0.0/20',
  subnet_ids: ['subnet-0a1b2c3d4e5f60711', 'subnet-0a1b2c3d4e5f60712'],
  public_subnet_ids: ['subnet-0a1b2c3d4e5f60713', 'subnet-0a1b2c3d4e5f60714'],
  task_security_group_id: 'sg-0a1b2c3d4e5f60715',
  assign_public_ip: false,
  data_subnets: {
    'eu-central-1a': '10.60.8.0/24',
    'eu-central-1b': '10.60.9.0/24',
  },
};

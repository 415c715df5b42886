/** Texts about databases. */
export const databaseMessages = {
  title: 'Databases',
  kind: {
    'dynamodb-table': 'DynamoDB table',
    'rds-instance': 'RDS instance',
    unknown: 'Database',
  },
  field: {
    engine: 'Engine',
    size: 'Size',
    items: 'Items',
    encryption: 'Encryption at rest',
    network: 'Network',
    recovery: 'Point-in-time recovery',
    backups: 'Backups',
    deletion: 'Deletion protection',
    zones: 'Zones',
  },
  said: {
    encrypted: 'Encrypted',
    unencrypted: 'Not encrypted',
    public: 'Reachable from the internet',
    private: 'Only from its own network',
    recovery: 'On',
    noRecovery: 'Off: only whole backups can be restored',
    backups_one: 'Kept {{count}} day',
    backups_other: 'Kept {{count}} days',
    noBackups: 'None',
    protected: 'On',
    unprotected: 'Off: anyone who may delete it can',
    severalZones: 'Standby in a second zone',
    oneZone: 'One zone',
    notSaid: 'not known',
  },
  warning: {
    unencrypted:
      'Its data lies unencrypted. Encryption cannot be switched on later: restore a copy of it encrypted.',
    public:
      'It can be reached from the internet. Take it into private subnets and switch public access off.',
  },
} as const;

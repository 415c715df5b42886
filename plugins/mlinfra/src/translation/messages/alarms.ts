/** Texts about alarms. */
export const alarmMessages = {
  title: 'Alarms',
  all: 'All alarms',
  state: {
    alarm: 'In alarm',
    ok: 'OK',
    'insufficient-data': 'No data',
    unknown: 'Unknown',
  },
  since: 'since {{age}}',
  nobodyTold: 'Nobody is told: its actions are switched off',
  metric: 'measures {{metric}}',
  none: 'No CloudWatch alarm of {{entityRef}} was found. The stacks of the templates bring their own; apply one, and they appear here.',
  noneOfEndpoint: 'No alarm watches this endpoint.',
  noneInForce: 'None is in force.',
} as const;

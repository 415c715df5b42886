import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { accountMessages } from './messages/accounts';
import { alarmMessages } from './messages/alarms';
import { budgetMessages } from './messages/budgets';
import { commonMessages } from './messages/common';
import { databaseMessages } from './messages/databases';
import { endpointPageMessages } from './messages/endpointPage';
import { endpointMessages } from './messages/endpoints';
import { fieldMessages } from './messages/fields';
import { fleetMessages } from './messages/fleet';
import { runMessages } from './messages/runs';
import { runPageMessages } from './messages/runPage';

/** All texts of the plugin; replace or translate them through it. @alpha */
export const mlinfraTranslationRef = createTranslationRef({
  id: 'plugin.mlinfra',
  messages: {
    common: commonMessages,
    endpoints: endpointMessages,
    endpointPage: endpointPageMessages,
    databases: databaseMessages,
    alarms: alarmMessages,
    budgets: budgetMessages,
    fleet: fleetMessages,
    accounts: accountMessages,
    fields: fieldMessages,
    runs: runMessages,
    runPage: runPageMessages,
  },
});

import { Header, Page, RoutedTabs } from '@backstage/core-components';
import { useMessages } from '../../translation/useMessages';
import { Accounts } from '../Accounts/Accounts';
import { EndpointsPages } from '../Endpoints/EndpointsPages';
import { FleetBudgets } from '../Fleet/FleetBudgets';
import { RunsPages } from '../Runs/RunsPages';

/** The fleet page of an app of the old frontend system. @public */
export function MlinfraPage() {
  const t = useMessages();
  return (
    <Page themeId="service">
      <Header title={t('common.title')} />
      <RoutedTabs
        routes={[
          {
            path: '/endpoints',
            title: t('fleet.endpoints'),
            children: <EndpointsPages />,
          },
          {
            path: '/runs',
            title: t('fleet.runs'),
            children: <RunsPages />,
          },
          {
            path: '/budgets',
            title: t('fleet.budgets'),
            children: <FleetBudgets />,
          },
          {
            path: '/accounts',
            title: t('fleet.accounts'),
            children: <Accounts />,
          },
        ]}
      />
    </Page>
  );
}

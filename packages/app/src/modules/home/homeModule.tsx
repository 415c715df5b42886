import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import { FirstSteps } from './FirstSteps';

const firstStepsWidget = HomePageWidgetBlueprint.make({
  name: 'first-steps',
  params: {
    name: 'FirstSteps',
    title: 'First steps',
    description: 'What to do first in this portal',
    components: async () => ({
      Content: () => <FirstSteps />,
    }),
  },
});

/** The home page's own widgets. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [firstStepsWidget],
});

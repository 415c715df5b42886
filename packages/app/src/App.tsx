import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { navModule } from './modules/nav';
import { homeModule } from './modules/home';

/** The portal. Plugins are found by themselves (`app.packages: all`). */
export default createApp({
  features: [catalogPlugin, navModule, homeModule],
});

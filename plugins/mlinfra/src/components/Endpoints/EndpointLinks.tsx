import type { Entity } from '@backstage/catalog-model';
import { useOptionalRoute } from '../../api/useOptionalRoute';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { Link } from '@backstage/ui';
import type { Endpoint } from '@mlinfra/plugin-mlinfra-common';
import { providedApis } from '../../data/providedApis';
import { entityContentRouteRef } from '../../routes';
import { useMessages } from '../../translation/useMessages';
import { ExternalLink } from '../ExternalLink/ExternalLink';

interface EndpointLinksProps {
  entity: Entity;
  endpoint: Endpoint;
  /** True on the tab that shows the example request itself. */
  onOwnPage?: boolean;
}

/** Where to read on: the API's definition, else how to call it, and AWS's own page. */
export function EndpointLinks(props: EndpointLinksProps) {
  const { entity, endpoint, onOwnPage } = props;
  const t = useMessages();
  const entityPath = useOptionalRoute(entityRouteRef);
  const tabPath = useOptionalRoute(entityContentRouteRef);
  const apis = providedApis(entity);

  return (
    <>
      {entityPath &&
        apis.map(api => (
          <Link
            key={`${api.namespace}/${api.name}`}
            variant="body-small"
            href={`${entityPath(entityRouteParams(api))}/definition`}
          >
            {apis.length === 1
              ? t('endpoints.apiDocs')
              : t('endpoints.apiDocsNamed', { name: api.name })}
          </Link>
        ))}
      {tabPath && apis.length === 0 && !onOwnPage && (
        <Link variant="body-small" href={tabPath()}>
          {t('endpoints.howToCall')}
        </Link>
      )}
      <ExternalLink href={endpoint.consoleUrl}>
        {t('common.consoleLink')}
      </ExternalLink>
    </>
  );
}

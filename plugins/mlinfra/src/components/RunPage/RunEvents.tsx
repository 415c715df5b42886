import { useApi } from '@backstage/core-plugin-api';
import { Flex, TablePagination, Text } from '@backstage/ui';
import { useCallback, useEffect, useRef } from 'react';
import { mlinfraApiRef } from '../../api/mlinfraApiRef';
import { usePages } from '../../data/usePages';
import { useMessages } from '../../translation/useMessages';
import { LoadingLines } from '../Infrastructure/LoadingLines';
import { LoadError } from '../LoadError/LoadError';
import { pagination } from '../PagedTable/pagination';
import { PlainTable } from '../PlainTable/PlainTable';
import styles from './RunPage.module.css';

const PAGE_SIZE = 50;

interface RunEventsProps {
  runId: string;
  /** How many have been read; more of them are asked for. */
  count: number;
}

/** The execution's history in AWS's own words, page by page. */
export function RunEvents({ runId, count }: RunEventsProps) {
  const t = useMessages();
  const api = useApi(mlinfraApiRef);
  const pages = usePages(
    useCallback(
      (cursor: string | undefined) =>
        api.getRunEvents(runId, { cursor, limit: PAGE_SIZE }),
      [api, runId],
    ),
  );
  const { data, error, reload } = pages.latest;
  const what = t('runPage.events.what');
  const turning = pagination(pages, PAGE_SIZE, t);

  const readCount = useRef(count);
  useEffect(() => {
    if (readCount.current !== count) {
      readCount.current = count;
      reload();
    }
  }, [count, reload]);

  return (
    <Flex direction="column" gap="3">
      <LoadError
        latest={pages.latest}
        subject={{ what, permission: 'inventory' }}
      />
      {!data && !error && <LoadingLines what={what} />}
      {data?.items.length === 0 && (
        <Text as="p" variant="body-medium">
          {t('runPage.events.none')}
        </Text>
      )}
      {data && data.items.length > 0 && (
        <PlainTable
          caption={t('runPage.events.caption')}
          columns={[
            { label: t('runPage.events.number') },
            { label: t('runPage.events.at') },
            { label: t('runPage.events.type') },
            { label: t('runPage.events.state') },
            { label: t('runPage.events.detail') },
          ]}
          rows={data.items.map(event => ({
            key: String(event.id),
            cells: [
              event.id,
              <time dateTime={event.at}>
                {event.at.replace('T', ' ').replace('Z', ' UTC')}
              </time>,
              event.type,
              event.stateName ?? '–',
              <span className={styles.detail}>{event.detail ?? '–'}</span>,
            ],
          }))}
        />
      )}
      {turning && <TablePagination {...turning} />}
    </Flex>
  );
}

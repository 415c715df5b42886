import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Flex, Text, VisuallyHidden } from '@backstage/ui';
import type { Run, RunCost as Cost } from '@mlinfra/plugin-mlinfra-common';
import { DateTime } from 'luxon';
import { isGoingOn } from '../../data/isGoingOn';
import { formatAge, formatInstant } from '../../format/instant';
import { useMessages } from '../../translation/useMessages';
import { CopyButton } from '../CopyButton/CopyButton';
import { DataAge } from '../DataAge/DataAge';
import { ExternalLink } from '../ExternalLink/ExternalLink';
import { Facts } from '../Facts/Facts';
import { RunCost } from '../RunCost/RunCost';
import { knownRunStatus, RunStatusBadge } from '../StatusBadge/RunStatusBadge';
import { Ticking } from '../Ticking/Ticking';
import { FollowingBadge } from './FollowingBadge';
import styles from './RunPage.module.css';

/** A run that goes on is asked about every few seconds; older than this, something is wrong. */
const STALE_MINUTES = 5;

interface RunHeaderProps {
  run: Run;
  /** Whether the page asks again by itself. */
  following: boolean;
}

/** Which run it is, how it stands, where, since when and for how much. */
export function RunHeader({ run, following }: RunHeaderProps) {
  const t = useMessages();
  const going = isGoingOn(run);
  const stale =
    going &&
    DateTime.fromISO(run.collectedAt) <
      DateTime.utc().minus({ minutes: STALE_MINUTES });
  return (
    <Flex direction="column" gap="3">
      <div className={styles.title}>
        <Text as="h2" variant="title-small" className={styles.name}>
          {run.name}
        </Text>
        <CopyButton text={run.name} what={t('runPage.name')} />
        <RunStatusBadge status={run.status} />
        {/* Who hears the page is told when the status changes. */}
        <VisuallyHidden role="status">
          {t(`runs.status.${knownRunStatus(run.status)}`)}
        </VisuallyHidden>
        {following && <FollowingBadge />}
        <DataAge at={run.collectedAt} stale={stale} />
        <ExternalLink href={run.consoleUrl}>
          {t('common.consoleLink')}
        </ExternalLink>
      </div>
      <Facts
        facts={[
          [t('runPage.field.pipeline'), run.pipelineName],
          [
            t('runPage.field.entity'),
            <EntityRefLink entityRef={run.entityRef} defaultKind="component" />,
          ],
          [
            t('runPage.field.environment'),
            run.environment ?? t('common.anyEnvironment'),
          ],
          [
            t('runPage.field.account'),
            `${
              run.accountName
                ? `${run.accountName} (${run.accountId})`
                : run.accountId
            }, ${run.region}`,
          ],
          [t('runPage.field.started'), <Instant at={run.startedAt} />],
          [
            t('runPage.field.ended'),
            run.stoppedAt && <Instant at={run.stoppedAt} />,
          ],
          [
            t('runPage.field.duration'),
            <Ticking from={run.startedAt} to={run.stoppedAt} going={going} />,
          ],
          [
            t('runPage.field.redriven'),
            run.redriveCount > 0
              ? t('runPage.times', {
                  count: run.redriveCount,
                  age: run.redrivenAt ? formatAge(run.redrivenAt) : '–',
                })
              : undefined,
          ],
          [
            t('runPage.field.cost'),
            run.cost && <CostWithNotes cost={run.cost} />,
          ],
        ]}
      />
    </Flex>
  );
}

function Instant({ at }: { at: string }) {
  return (
    <time dateTime={at} title={formatAge(at)}>
      {formatInstant(at)}
    </time>
  );
}

function CostWithNotes({ cost }: { cost: Cost }) {
  const t = useMessages();
  return (
    <>
      <RunCost cost={cost} />
      {cost.notes.length > 0 && (
        <details className={styles.notes}>
          <summary>{t('runPage.cost.notes')}</summary>
          <ul>
            {cost.notes.map(note => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

import {
  Accordion,
  AccordionPanel,
  AccordionTrigger,
  Card,
  CardBody,
  CardHeader,
  Flex,
  Text,
} from '@backstage/ui';
import type { RunDetailsResponse } from '@mlinfra/plugin-mlinfra-common';
import { useState, type ReactNode } from 'react';
import { isGoingOn } from '../../data/isGoingOn';
import { useMessages } from '../../translation/useMessages';
import { JsonText } from '../JsonText/JsonText';
import { RunEvents } from './RunEvents';

interface TitledCardProps {
  title: string;
  children: ReactNode;
}

/** A part of the run's page. */
export function TitledCard({ title, children }: TitledCardProps) {
  return (
    <Card>
      <CardHeader>
        <Text as="h3" variant="title-x-small" weight="bold">
          {title}
        </Text>
      </CardHeader>
      <CardBody>{children}</CardBody>
    </Card>
  );
}

interface RunTextsProps {
  details: RunDetailsResponse;
}

/** What went in, what came out, and the history: closed until somebody wants to know. */
export function RunTexts({ details }: RunTextsProps) {
  const { run, input, output, history } = details;
  const t = useMessages();
  const [eventsOpen, setEventsOpen] = useState(false);
  const noOutput = isGoingOn(run)
    ? t('runPage.notYet.output')
    : t('runPage.none.output');
  return (
    <Flex direction="column" gap="3">
      <Folded title={t('runPage.section.input')}>
        <TextOr
          text={input}
          what={t('runPage.section.input')}
          none={t('runPage.none.input')}
        />
      </Folded>
      <Folded title={t('runPage.section.output')}>
        <TextOr
          text={output}
          what={t('runPage.section.output')}
          none={noOutput}
        />
      </Folded>
      <Folded
        title={t('runPage.section.events')}
        subtitle={t('runPage.history.events', { count: history.events })}
        onOpenChange={setEventsOpen}
      >
        {eventsOpen && <RunEvents runId={run.id} count={history.events} />}
      </Folded>
    </Flex>
  );
}

interface FoldedProps {
  title: string;
  subtitle?: string;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
}

function Folded({ title, subtitle, onOpenChange, children }: FoldedProps) {
  return (
    <Accordion onExpandedChange={onOpenChange}>
      <AccordionTrigger title={title} subtitle={subtitle} />
      <AccordionPanel>{children}</AccordionPanel>
    </Accordion>
  );
}

interface TextOrProps {
  text: string | undefined;
  what: string;
  none: string;
}

function TextOr({ text, what, none }: TextOrProps) {
  return text === undefined ? (
    <Text as="p" variant="body-medium">
      {none}
    </Text>
  ) : (
    <JsonText text={text} what={what} />
  );
}

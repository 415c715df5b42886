import { Flex, Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';

interface SectionProps {
  title: string;
  children: ReactNode;
}

/** A part with its heading. */
export function Section({ title, children }: SectionProps) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <Flex direction="column" gap="2">
        <Text as="h3" id={heading} variant="body-medium" weight="bold">
          {title}
        </Text>
        {children}
      </Flex>
    </section>
  );
}

import type { Page } from '@playwright/test';

declare global {
  interface Window {
    watchedStates?: Record<string, string[]>;
  }
}

/**
 * Notes from now on what the page in front of it says of each state of the
 * graph. A page that is loaded again has forgotten everything.
 */
export async function watchStates(page: Page) {
  await page.evaluate(() => {
    const seen: Record<string, string[]> = {};
    window.watchedStates = seen;
    const look = () => {
      for (const node of document.querySelectorAll('button[aria-label]')) {
        const [state, type, ...rest] = node
          .getAttribute('aria-label')!
          .split(', ');
        const status = rest.at(-1);
        if (type === 'Task' && status && seen[state]?.at(-1) !== status) {
          (seen[state] ??= []).push(status);
        }
      }
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['aria-label'],
    });
    look();
  });
}

/** What was noted: by state, each status in the order in which it was shown. */
export async function watchedStates(
  page: Page,
): Promise<Record<string, string[]>> {
  return page.evaluate(() => window.watchedStates ?? {});
}

import { expect, type Page } from '@playwright/test';

/**
 * Said by React's development build about Material UI 4, which Backstage's own
 * sign-in page and sidebar are made of.
 */
const KNOWN = [/^Warning: findDOMNode is deprecated/];

/**
 * Collects what a page complains about in the browser's console, so that a
 * test can end with {@link BrowserErrors.expectNone}.
 */
export class BrowserErrors {
  private readonly errors: string[] = [];

  constructor(page: Page) {
    page.on('pageerror', error => this.errors.push(`uncaught: ${error}`));
    page.on('console', message => {
      const text = message.text();
      if (
        message.type() === 'error' &&
        !KNOWN.some(pattern => pattern.test(text))
      ) {
        this.errors.push(`${text} (${message.location().url})`);
      }
    });
  }

  expectNone() {
    expect(this.errors, 'errors in the browser console').toEqual([]);
  }
}

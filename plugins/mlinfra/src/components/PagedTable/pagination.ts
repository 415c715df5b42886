import type { TablePaginationProps } from '@backstage/ui';
import type { Pages } from '../../data/usePages';
import type { Messages } from '../../translation/useMessages';

/** The controls that turn pages which the backend has cut; undefined where there is one page only. */
export function pagination<T>(
  pages: Pages<T>,
  pageSize: number,
  t: Messages,
): TablePaginationProps | undefined {
  if (!pages.hasNext && !pages.hasPrevious) {
    return undefined;
  }
  return {
    pageSize,
    pageSizeOptions: [],
    // The backend does not count what it has not read; the label only
    // appears when there is a number.
    totalCount: pages.latest.data?.items.length,
    getLabel: () => t('fleet.page', { page: String(pages.pageNumber) }),
    hasNextPage: pages.hasNext,
    hasPreviousPage: pages.hasPrevious,
    onNextPage: pages.next,
    onPreviousPage: pages.previous,
  };
}

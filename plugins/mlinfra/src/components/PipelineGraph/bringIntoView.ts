/** Room to leave around what is brought into view. */
const MARGIN = 60;

/**
 * Scrolls a place just as far as needed to show an element in it. Unlike the
 * browser's own way it never moves the page around the place.
 */
export function bringIntoView(place: HTMLElement, element: HTMLElement): void {
  const outer = place.getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const by = (
    start: number,
    end: number,
    innerStart: number,
    innerEnd: number,
  ) =>
    Math.max(0, innerEnd + MARGIN - end) ||
    Math.min(0, innerStart - MARGIN - start);
  place.scrollTop += by(outer.top, outer.bottom, inner.top, inner.bottom);
  place.scrollLeft += by(outer.left, outer.right, inner.left, inner.right);
}

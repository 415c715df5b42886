/** A sentence that ends with what AWS says, where it says something. */
export function withDetail(text: string, detail: string | undefined): string {
  return detail ? `${text}: ${detail.replace(/\.$/, '')}.` : `${text}.`;
}

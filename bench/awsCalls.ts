interface Counted {
  service: string;
  operation: string;
  count: number;
}

/** What the emulated AWS has answered since its counts were forgotten. */
export async function awsRequests(endpoint: string): Promise<Counted[]> {
  const response = await fetch(`${endpoint}/mlinfra-emulator/requests`);
  return ((await response.json()) as { requests: Counted[] }).requests;
}

/** How many calls these are, of one operation or of all. */
export function total(requests: Counted[], operation?: string): number {
  return requests
    .filter(each => !operation || each.operation === operation)
    .reduce((sum, { count }) => sum + count, 0);
}

/** Starts the count anew. */
export async function forgetAwsCalls(endpoint: string): Promise<void> {
  await fetch(`${endpoint}/mlinfra-emulator/requests`, { method: 'DELETE' });
}

/** How many calls the emulated AWS has answered since they were forgotten. */
export async function awsCalls(endpoint: string): Promise<number> {
  const response = await fetch(`${endpoint}/mlinfra-emulator/requests`);
  const { total } = (await response.json()) as { total: number };
  return total;
}

/** Starts the count anew. */
export async function forgetAwsCalls(endpoint: string): Promise<void> {
  await fetch(`${endpoint}/mlinfra-emulator/requests`, { method: 'DELETE' });
}

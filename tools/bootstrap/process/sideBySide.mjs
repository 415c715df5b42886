// @ts-check

/**
 * Runs jobs in their order, as many at once as there is room for. A job that
 * wants more than the room runs alone. None overtakes another, so that what
 * stands first also ends soonest.
 *
 * @template {{ processors: number }} Job
 * @template Result
 * @param {Job[]} jobs
 * @param {number} room processors that the jobs share
 * @param {(job: Job, alone: boolean) => Promise<Result>} run never rejects
 * @returns {Promise<Result[]>} in the order of the jobs
 */
export async function sideBySide(jobs, room, run) {
  /** @type {Map<number, Promise<unknown>>} */
  const running = new Map();
  /** @type {Result[]} */
  const results = [];
  const share = (/** @type {Job} */ { processors }) =>
    Math.min(processors, room);
  let taken = 0;
  for (const [index, job] of jobs.entries()) {
    while (taken + share(job) > room) {
      await Promise.race(running.values());
    }
    taken += share(job);
    running.set(
      index,
      run(job, share(job) === room).then(result => {
        results[index] = result;
        taken -= share(job);
        running.delete(index);
      }),
    );
  }
  await Promise.all(running.values());
  return results;
}

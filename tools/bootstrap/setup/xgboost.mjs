// @ts-check
import { run } from '../process/run.mjs';
import { installDebianPackages } from './debianPackages.mjs';

const PROBE =
  'import xgboost, sys; sys.exit(not xgboost.__version__.startswith("1.7."))';

/**
 * A Python with the XGBoost of SageMaker's container, which newer Pythons
 * cannot install with pip: the one that XGBOOST_PYTHON names, else Debian's own
 * where it can be had. Without one, the tests that train say so themselves.
 *
 * @returns {Promise<string | undefined>}
 */
export async function ensureXgboost() {
  const debian = '/usr/bin/python3';
  for (const python of [process.env.XGBOOST_PYTHON, debian]) {
    if (python && (await run(python, ['-c', PROBE])).code === 0) {
      return python;
    }
  }
  return (await installDebianPackages(['python3-xgboost'])) &&
    (await run(debian, ['-c', PROBE])).code === 0
    ? debian
    : undefined;
}

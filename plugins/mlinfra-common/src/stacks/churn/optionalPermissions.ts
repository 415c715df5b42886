import { z } from 'zod';
import { emptyAsMissing } from '../emptyAsMissing';

/** Shape of a namespace for metrics that is not one of AWS's own. @public */
export const METRICS_NAMESPACE_PATTERN = '^(?!AWS/)[A-Za-z0-9._/#-]{1,255}$';

/** Shape of a path of SSM parameters, which is never all of them. @public */
export const PARAMETER_PATH_PATTERN = '^(/[A-Za-z0-9_.-]{1,100}){1,10}$';

/** What function and page may do beyond their work; left out, neither. */
export const optionalPermissions = z
  .strictObject({
    metricsNamespace: emptyAsMissing(
      z
        .string()
        .regex(
          new RegExp(METRICS_NAMESPACE_PATTERN),
          'must be 1 to 255 letters, digits or . _ / # - and not begin with AWS/, which AWS keeps for itself',
        ),
    ),
    parameterPath: emptyAsMissing(
      z
        .string()
        .regex(
          new RegExp(PARAMETER_PATH_PATTERN),
          'must be a path such as /churn/settings, without a slash at its end and without *',
        ),
    ),
  })
  .prefault({});

import type { ErrorRequestHandler } from 'express';
import { TooManyRequestsError } from '../runs/stepLogs/CallerLimit';

const HEADER = 'Retry-After';

/** Says in the header that is meant for it when a caller may ask again. */
export const retryAfter: ErrorRequestHandler = (error, _req, res, next) => {
  if (error instanceof TooManyRequestsError) {
    res.setHeader(HEADER, String(error.retryAfterSeconds));
    // A page of another origin may read it too.
    res.append('Access-Control-Expose-Headers', HEADER);
  }
  next(error);
};

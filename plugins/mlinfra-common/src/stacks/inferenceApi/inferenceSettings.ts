import { z } from 'zod';

/** How audio is read and classified. Times in seconds. */
export const inferenceSettingsSchema = z
  .strictObject({
    sampleRateHz: z.int().min(4_000).max(192_000).default(16_000),
    maxAudioSeconds: z.number().min(1).max(86_400).default(3_600),
    windowSeconds: z.number().min(0.1).max(60).default(1),
    hopSeconds: z.number().min(0.05).max(60).default(0.5),
    topK: z.int().min(1).max(100).default(3),
    logLevel: z.enum(['DEBUG', 'INFO', 'WARNING', 'ERROR']).default('INFO'),
  })
  .prefault({})
  .refine(settings => settings.hopSeconds <= settings.windowSeconds, {
    path: ['hopSeconds'],
    message:
      'is longer than windowSeconds: audio between two windows would never be heard',
  });

import type { WizardField } from './wizardFields';

/** What a definition knows of the fields of a wizard. */
export interface WizardContract {
  template: string;
  /** Which part of the definition each field stands for. */
  limits: Record<string, WizardField>;
  /** The definition's own default of each field that has one. */
  defaults: Record<string, unknown>;
}

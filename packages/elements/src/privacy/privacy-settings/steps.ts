/** Steps that are no change of settings, one at a time: naming people, planning changes, and the ends of both. */
import { isGigsyError } from '@gigsy/sdk/resource-reader';
import { outcomeOf } from '../../client/outcome.ts';
import type { Told } from '../../client/acting-element.ts';
import type { PrivacySettingsTerms } from './terms.ts';

export type Said = Told<PrivacySettingsTerms>;

export interface StepListener {
  /** Something that is shown has changed. */
  changed(): void;
  /** A field of a form is refused. */
  refused(field: string): void;
  failed(error: unknown): void;
}

export class Steps {
  /** A step is being taken. */
  busy = false;
  /** The field that was refused, and why. */
  fault: { readonly field: string; readonly said: Said } | undefined;
  /** The outcome of the last step. */
  outcome: Said | undefined;
  readonly #listener: StepListener;

  constructor(listener: StepListener) {
    this.#listener = listener;
  }

  clear(): void {
    this.fault = this.outcome = undefined;
  }

  refuse(field: string, said: Said): void {
    this.fault = { field, said };
    this.#listener.changed();
    this.#listener.refused(field);
  }

  /** `most` is said where there is room for no more. */
  async take(step: () => Promise<Said>, most?: Said): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.fault = undefined;
    this.outcome = (said) => said.saving;
    this.#listener.changed();
    try {
      this.outcome = await step();
    } catch (error) {
      const refused = refusalOf(error);
      this.outcome = isGigsyError(error, 'too_large')
        ? most
        : refused
          ? undefined
          : (_, shared) => outcomeOf(error)(shared);
      if (refused) this.refuse(refused.field, refused.said);
      this.#listener.failed(error);
    }
    this.busy = false;
    this.#listener.changed();
  }
}

/** A refusal in our words, beside the field that it is about; undefined for one that is about no field. */
function refusalOf(error: unknown): { field: string; said: Said } | undefined {
  if (!isGigsyError(error, 'invalid_argument')) return undefined;
  const { path = '', code } = error.fields?.[0] ?? {};
  if (path.startsWith('to.person'))
    return {
      field: 'handle',
      said: ({ ownHandle, handleWanted }) => (code === 'not_an_option' ? ownHandle : handleWanted),
    };
  if (path.startsWith('keys')) return { field: 'keys', said: ({ wantedSetting }) => wantedSetting };
  return path.startsWith('at') ? { field: 'at', said: ({ whenWanted }) => whenWanted } : undefined;
}

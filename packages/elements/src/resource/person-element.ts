/** The base of elements that show a resource of one person, whom a handle names. */
import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { ResourceSource } from '@gigsy/sdk/reader';
import { HANDLE } from '@gigsy/sdk/resource-reader';
import { text } from '../profile/untrusted.ts';
import { type Resource, ResourceElement } from './resource-element.ts';

export abstract class PersonElement<
  Value extends object = object,
  Source extends object = ResourceSource,
> extends ResourceElement<Value, Source> {
  static override properties: PropertyDeclarations = {
    handle: {},
    source: { attribute: false },
  };

  protected static override asking: string[] = [...ResourceElement.asking, 'handle'];

  /** The handle of the person to show. */
  declare handle?: string;

  /** The request for the person with this handle. */
  protected abstract asked(handle: string): Resource;

  protected override get subject(): string {
    return text(this.handle);
  }

  protected override resource(
    origin: Source | string | undefined,
    signal?: AbortSignal,
  ): Resource | undefined | Promise<Resource> {
    const { handle } = this;
    if (!handle) return undefined;
    return origin && HANDLE.test(handle)
      ? this.asked(handle)
      : import('../profile/whom.ts').then(({ whom }) => this.asked(whom(handle, origin, signal)));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // A server's content belongs to one person.
    if (changed.get('handle')) this.served = this.handed = undefined;
    super.willUpdate(changed);
  }
}

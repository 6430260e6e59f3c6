/** The signed-in person's own profile as others see it. */
import { type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult, html } from 'lit';
import type { Grant, ShownAs } from '@gigsy/schema';
import type { Gigsy } from '@gigsy/sdk';
import type { ProfileView, WatchObserver } from '@gigsy/sdk/reader';
import { ClientElement } from '../../client/client-element.ts';
import { followAll } from '../../client/followed.ts';
import { granteeName } from '../grantee.ts';
import { actingStyles } from '../../client/acting.styles.ts';
import { words as sharedWords } from '../words.ts';
import { defineShown, renderShown } from './shown.ts';
import { styles } from './view-as.styles.ts';
import { words } from './words.ts';

/** `anonymous`, `member`, `owner`, or the id of one of the owner's grants. */
export type Viewer = string;

/** The profile as one viewer sees it; `view` is null where they see none. */
export interface Sight {
  readonly viewer: Viewer;
  readonly view: ProfileView | null;
  readonly grants: readonly Grant[];
}

/**
 * @summary The signed-in person's own profile as anyone on the web, a member, somebody whom they named, or they themselves see it: the
 * deployment's own projection, followed as it changes, in the elements that show profiles.
 * @tag gigsy-view-as
 *
 * @attr {string} viewer - The viewer at first: `anonymous`, `member`, `owner`, or the id of one of the person's grants; `anonymous` when absent.
 *
 * @csspart viewer - The choice of a viewer.
 * @csspart sight - The profile as they see it.
 */
export class GigsyViewAs extends ClientElement<Sight> {
  static override properties: PropertyDeclarations = { viewer: { reflect: true } };

  static override styles: CSSResultGroup = [ClientElement.styles, actingStyles, styles];

  static override parts: readonly string[] = [...ClientElement.parts, sharedWords.name, words.name];

  /** The viewer: `anonymous`, `member`, `owner`, or the id of one of the person's grants; `anonymous` when absent. */
  declare viewer?: Viewer;

  constructor() {
    super();
    defineShown();
  }

  protected override get heading(): string {
    return this.localize.terms(words).title;
  }

  protected override get emptyText(): string {
    return this.localize.terms(words).empty;
  }

  get #viewer(): Viewer {
    return this.viewer ?? 'anonymous';
  }

  protected override follow(client: Gigsy, { next, error, signal }: WatchObserver<Sight | null>): void {
    const viewer = this.#viewer;
    const failed = {
      error: (failure: Parameters<NonNullable<typeof error>>[0]) => error?.(failure),
      ...(signal && { signal }),
    };
    followAll(
      {
        mine: (observer: WatchObserver<Awaited<ReturnType<Gigsy['profile']['mine']>>>) =>
          client.profile.watchMine({}, observer),
        grants: (observer: WatchObserver<readonly Grant[]>) => client.privacy.grants.watchList({}, observer),
        view: (observer: WatchObserver<ProfileView | null>) => this.#watch(client, viewer, observer),
      },
      {
        next: ({ mine, grants, view }) => {
          // A grant that has ended names nobody.
          if (isGrant(viewer) && !grants.some(({ grant }) => grant === viewer)) this.viewer = 'anonymous';
          else next(mine && { viewer, grants, view });
        },
        ...failed,
      },
    );
  }

  /** Owners see what a read of their own profile gives them. */
  #watch(client: Gigsy, viewer: Viewer, observer: WatchObserver<ProfileView | null>): void {
    if (viewer !== 'owner') return void client.profile.watchPreview({ viewer: shownAs(viewer) }, observer);
    let handle: string | undefined;
    let end = () => {};
    client.profile.watchMine(
      {},
      {
        ...observer,
        next: (mine) => {
          if (mine?.handle === handle && handle !== undefined) return;
          handle = mine?.handle;
          end();
          if (handle === undefined) observer.next(null);
          else end = client.profile.watch({ handle }, observer);
        },
      },
    );
  }

  protected override renderValue({ viewer, view, grants }: Sight): TemplateResult {
    const said = this.localize.terms(words);
    const shared = this.localize.terms(sharedWords);
    const chosen = this.#viewer;
    const options: [Viewer, string][] = [
      ['anonymous', said.anonymous],
      ['member', said.member],
      ...grants.map((grant): [Viewer, string] => [grant.grant, said.named(granteeName(grant, shared, this.localize))]),
      ['owner', said.owner],
    ];
    const kind = isGrant(viewer) ? 'named' : (viewer as 'anonymous' | 'member' | 'owner');
    return html`<div class="choice">
        <label>${said.viewer} <select part="viewer" @change=${this.#choose}>${options.map(([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`)}</select></label>
        <p class="hint" role="status">${viewer === chosen ? said.more[kind] : said.changing}</p>
      </div>
      <div part="sight" class="ground" aria-busy=${viewer !== chosen}>${viewer === chosen ? this.#renderSight(view) : ''}</div>`;
  }

  #renderSight(view: ProfileView | null): TemplateResult {
    if (!view) return html`<p class="nothing">${this.localize.terms(words).nothing}</p>`;
    return renderShown(view, this.innerLevel);
  }

  readonly #choose = ({ currentTarget }: Event): void => {
    this.viewer = (currentTarget as HTMLSelectElement).value;
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (this.hasUpdated && changed.has('viewer')) this.reload();
  }
}

const isGrant = (viewer: Viewer): boolean => !['anonymous', 'member', 'owner'].includes(viewer);

function shownAs(viewer: Viewer): ShownAs {
  return isGrant(viewer) ? { grant: viewer } : (viewer as 'anonymous' | 'member');
}

declare global {
  interface HTMLElementTagNameMap {
    'gigsy-view-as': GigsyViewAs;
  }
}

/**
 * Pairs of deployments that differ in places that a viewer may not see: by every path the viewer gets the same bytes from both.
 * In between the deployments differ in a place that the viewer does see: the views must differ, or the questions would see
 * nothing.
 */
import { Chance } from './chance.ts';
import {
  type Place,
  type Settings,
  dealings,
  drawnSettings,
  placesHidden,
  placesShown,
  replacesItem,
} from './differences.ts';
import { type Circle, type Path, type Viewer, circles, direct, pathsOf, viewersOf } from './paths.ts';
import { OWNERS, Twin } from './twin.ts';

export interface Tally {
  /** A pair is a hidden difference and a viewer who got the same bytes. */
  pairs: number;
  /** Differences that changed the view of those who may see them. */
  shown: number;
  /** Times between two beacons in which watchers received no frame. */
  still: number;
  /** How often each path was asked, by its label; those that were not, too. */
  asked: Map<string, number>;
}

export interface Trial {
  seed: number;
  /** At most 2,000: people and partners of one deployment have limits. */
  pairs: number;
  progress?: (tally: Tally) => void;
  signal?: AbortSignal;
}

/** Differences under one choice of settings. */
const DIFFERENCES = 8;
/** Paths that a viewer asks after one difference: with one, 2,000 pairs would not ask all of them twice. */
const PATHS = 2;
/** Choices of settings in the life of a partner's session, which ends after ten minutes. */
const SESSION = 12;

/** Throws with the seed, the settings and both answers at the first pair that can be told apart. */
export async function tryPairs(trial: Trial): Promise<Tally> {
  const twins = await Promise.all([Twin.start({ declines: false }), Twin.start({ declines: true })]);
  try {
    return await new Trials(twins as [Twin, Twin], trial).run();
  } finally {
    await Promise.all(twins.map((twin) => twin.close()));
  }
}

/**
 * Things of an owner beside the profile: what they do with an ask of a stranger, a contribution and a badge, proofs, and what
 * others say of them.
 */
const others = ['relations', 'portfolio', 'verification', 'endorsements'] as const;

interface Scene {
  owner: string;
  circle: Circle;
  settings: Settings;
  /** A place of the profile, or something else of the owner. */
  place: Place | (typeof others)[number];
}

class Trials {
  readonly #twins: [Twin, Twin];
  readonly #trial: Trial;
  readonly #chance: Chance;
  readonly #decks = new Map<Viewer, Path[]>();
  readonly #tally: Tally = { pairs: 0, shown: 0, still: 0, asked: new Map() };
  #marks = 0;

  constructor(twins: [Twin, Twin], trial: Trial) {
    this.#twins = twins;
    this.#trial = trial;
    this.#chance = new Chance(trial.seed);
    for (const viewer of circles.flatMap(viewersOf))
      for (const { label } of pathsOf(viewer, twins[0].about(OWNERS[0]!, viewer))) this.#tally.asked.set(label, 0);
  }

  async run(): Promise<Tally> {
    for (let turn = 0; this.#tally.pairs < this.#trial.pairs; turn += 1) {
      this.#trial.signal?.throwIfAborted();
      if (turn % SESSION === SESSION - 1) await this.#both((twin) => twin.renewSessions());
      await this.#turn(OWNERS[turn % OWNERS.length]!, circles[turn % circles.length]!);
      this.#trial.progress?.(this.#tally);
    }
    return this.#tally;
  }

  /** One choice of settings. The class of viewers stays, since a place that one may not see is open to another perhaps. */
  async #turn(owner: string, circle: Circle): Promise<void> {
    const settings = drawnSettings(this.#chance);
    await this.#both((twin) => twin.choose(owner, settings));
    const scene = { owner, circle, settings };
    const hidden = placesHidden(circle, settings);
    const drawn = hidden.length > 0 ? Array.from({ length: DIFFERENCES - 1 }, () => this.#chance.of(hidden)) : [];
    const differing = new Set(drawn);
    await this.#both((twin) => twin.reset(owner, drawn.filter(replacesItem)));
    await this.#still(scene, async () => {
      for (const place of [...drawn, ...others]) await this.#mustAgree({ ...scene, place });
    });
    const shown = placesShown(circle, settings);
    if (shown.length > 0) {
      const place = this.#chance.of(shown);
      differing.add(place);
      await this.#mustDiffer({ ...scene, place });
    }
    // The next settings may open these places.
    await this.#both((twin) => twin.reset(owner, differing));
  }

  /** Another value in each, of another length; in one of them perhaps after an edit more. */
  async #differ({ owner, place }: Scene): Promise<void> {
    const [one, other] = this.#twins;
    if (place === 'relations') {
      const [here, there] = this.#chance.shuffled(dealings);
      await Promise.all([one.deal(owner, here!), other.deal(owner, there!)]);
      return;
    }
    this.#marks += 1;
    if (place === 'portfolio') {
      await Promise.all([
        one.differInPortfolio(owner, `m${this.#marks}`),
        other.differInPortfolio(owner, `m${this.#marks}11`),
      ]);
      return;
    }
    if (place === 'verification' || place === 'endorsements') {
      await this.#both((twin) => twin.differInTrust(place, owner, `m${this.#marks}`));
      return;
    }
    const twice = this.#chance.below(4) === 0;
    await Promise.all([
      one.edit(owner, place, `m${this.#marks}`),
      (async () => {
        if (twice) await other.edit(owner, place, `m${this.#marks}3`);
        await other.edit(owner, place, `m${this.#marks}11`);
      })(),
    ]);
  }

  /** Watchers of the class receive nothing in either deployment while `work` runs. */
  async #still(scene: Omit<Scene, 'place'>, work: () => Promise<void>): Promise<void> {
    const [one, other] = this.#twins;
    const [before, there] = await this.#both((twin) => twin.hush(scene.circle));
    await work();
    const frames = (await Promise.all([one.heard(scene.circle, before), other.heard(scene.circle, there)])).flat();
    if (frames.length > 0) throw new Error(`${this.#words('By a frame', scene)}\n${frames.join('\n')}`);
    this.#tally.still += 1;
  }

  async #mustDiffer(scene: Scene): Promise<void> {
    await this.#differ(scene);
    const viewer = direct[scene.circle];
    const [one, other] = await this.#both((twin) => twin.view(viewer, scene.owner));
    if (one === other) throw new Error(this.#words('A difference that is seen changes nothing', scene));
    this.#tally.shown += 1;
  }

  async #mustAgree(scene: Scene): Promise<void> {
    await this.#differ(scene);
    for (const viewer of viewersOf(scene.circle)) {
      this.#same('the view', scene, await this.#both((twin) => twin.view(viewer, scene.owner)));
      for (let asked = 0; asked < PATHS; asked += 1) await this.#ask(viewer, scene);
      this.#tally.pairs += 1;
    }
  }

  async #ask(viewer: Viewer, scene: Scene): Promise<void> {
    const path = this.#next(viewer, scene.owner);
    this.#same(path.label, scene, await this.#both((twin) => twin.answer(viewer, path, scene.owner)));
    this.#tally.asked.set(path.label, this.#tally.asked.get(path.label)! + 1);
  }

  #same(path: string, scene: Scene, [one, other]: [string, string]): void {
    if (one !== other) throw new Error(`${this.#words(`By ${path}`, scene)}\n${excerpts(one, other)}`);
  }

  /** The next path of the viewer's deck, which is dealt anew when it is empty: all are asked equally often. */
  #next(viewer: Viewer, owner: string): Path {
    const deck = this.#decks.get(viewer) ?? [];
    if (deck.length === 0) deck.push(...this.#chance.shuffled(pathsOf(viewer, this.#twins[0].about(owner, viewer))));
    this.#decks.set(viewer, deck);
    return deck.pop()!;
  }

  #both<T>(work: (twin: Twin) => Promise<T>): Promise<[T, T]> {
    return Promise.all([work(this.#twins[0]), work(this.#twins[1])]);
  }

  #words(
    what: string,
    { owner, circle, settings, place }: Omit<Scene, 'place'> & Partial<Pick<Scene, 'place'>>,
  ): string {
    return `Seed ${this.#trial.seed}, after ${this.#tally.pairs} pairs. ${what}: viewers of the class ${circle} of ${owner}, which differs in ${place ?? 'hidden places'}. Settings: ${JSON.stringify(settings)}`;
  }
}

/** Both answers from shortly before the first difference. */
function excerpts(one: string, other: string): string {
  const at = Array.from({ length: one.length }, (_, index) => index).findIndex((index) => one[index] !== other[index]);
  const from = Math.max(0, (at < 0 ? one.length : at) - 200);
  return `${one.slice(from, from + 400)}\n${other.slice(from, from + 400)}`;
}

/**
 * A read model: a domain's declaration of its views, with their table, their projection and their policy. views.ts
 * beside this keeps them, and ../readModels.ts joins the read models of all domains.
 */
import {
  type Projectable,
  type PublicEventType,
  type SharedAudience,
  type ViewerFacts,
  privacyMatrix,
  visibilities,
} from '@gigsy/schema';
import type * as z from 'zod';
import type { DataModel, Id, TableNames } from '../../_generated/dataModel.js';
import type { MutationCtx, QueryCtx } from '../../_generated/server.js';
import { convexValidator } from '../../tables/contract.js';
import { hashOfText } from '../contract/hash.js';

/** Tables that `viewTable` makes. */
export type ViewTable = {
  [T in TableNames]: DataModel[T]['indexes'] extends { by_handle_audience: unknown } ? T : never;
}[TableNames];

/** The source of views: the rows of one person. */
export interface ViewSubject {
  profileId: Id<'profiles'>;
}

/** The audiences of views: those of shared audiences are stored, the owner's is made at each read, as are those of people with grants. */
export type ViewAudience = SharedAudience | 'owner';

/** The sections of one person that a domain shows, by handle. */
export type ViewDocument = Projectable & {
  handle: string;
  /** Handles that the person has left and that lead to the views. */
  formerHandles?: readonly string[] | undefined;
};

/** The owner of items. */
export interface ItemOwner {
  accountId: Id<'accounts'>;
}

/** The declaration of one domain. */
interface Declared<Subject extends ViewSubject, View> {
  /** The view table, which also names the read model. */
  readonly table: ViewTable;
  /** The schema of a view, as in the table. */
  readonly shape: z.ZodType<View>;
  /**
   * The rows of the privacy matrix that govern the views: those of the domain, and those of another domain whose
   * content it shows. The projection hides all that a row missing here governs.
   */
  readonly rows: ReadonlySet<string>;
  /** Raised with each change of the code below that shows more, less or other. */
  readonly projection: number;
  /**
   * The events that are appended where the public's view comes or differs, where it goes, and where the person is erased. Nobody is told
   * of views without them. The profile's views come and go with every other, so its news tell of both for all.
   */
  readonly news?: {
    readonly shown: PublicEventType;
    readonly hidden?: PublicEventType;
    readonly erased?: PublicEventType;
    /** The parts of a view that are told of; all where it is left out. */
    readonly parts?: readonly string[];
  };
  /** Hears that a stored view goes or becomes another: what it alone gave out can be ended with it. */
  followed?(ctx: MutationCtx, before: View, after: View | null): Promise<void>;
  /** Hears that a stored view has come or become another: work for those who see it can begin. */
  shown?(ctx: MutationCtx, subject: Subject): Promise<void>;
  /** Null if nobody has this handle. */
  load(ctx: QueryCtx | MutationCtx, handle: string): Promise<Subject | null>;
  /** At most `count` handles after `after`, in order: a walk through everybody who can have views. */
  handlesAfter(ctx: QueryCtx | MutationCtx, after: string, count: number): Promise<string[]>;
  /**
   * Whether the person has an item that may have a setting of its own. The profile's write path asks for those of other domains. An
   * item that is gone and may come back counts.
   */
  hasItem?(ctx: QueryCtx | MutationCtx, owner: ItemOwner, section: string, id: string): Promise<boolean>;
  /** The document to project. Only addresses may differ between audiences, if each audience has its own. */
  document(subject: Subject, audience: ViewAudience): ViewDocument;
  /** The schema package's `project` under `rows` alone, in the form of a view. */
  project(document: ViewDocument, viewer: ViewAudience | ViewerFacts, rows: ReadonlySet<string>): View | null;
}

export interface ReadModel<Subject extends ViewSubject = ViewSubject, View = unknown> extends Declared<Subject, View> {
  /** Fields of a view and their types: text, written as JSON. */
  readonly fields: string;
}

/** Whether any of these read models has an item of the person by its name, `section/id`. */
export type HasItem = (ctx: QueryCtx | MutationCtx, owner: ItemOwner, section: string, id: string) => Promise<boolean>;

export function itemIn(models: readonly ReadModel[]): HasItem {
  return async (ctx, owner, section, id) => {
    for (const model of models) if (await model.hasItem?.(ctx, owner, section, id)) return true;
    return false;
  };
}

export function defineReadModel<Subject extends ViewSubject, View>(
  declared: Declared<Subject, View>,
): ReadModel<Subject, View> {
  const { json } = convexValidator(declared.shape) as unknown as { json: unknown };
  return { ...declared, fields: JSON.stringify(JSON.stringify(json)) };
}

/**
 * SHA-256 of a read model's policy, base64url: its rows of the privacy matrix, the fields of its views and their types,
 * and the number of its projection. The row `profile` governs everything about a person and is part of every policy.
 *
 * Computed at each call. A module that kept it would write to state that outlives the call, and the embedded deployment
 * then evaluates all modules again for each call. The fields are long, so they are written as JSON once.
 */
export function policyHash({ rows, projection, fields }: ReadModel): Promise<string> {
  const governing = Object.entries(privacyMatrix).filter(([key]) => key === 'profile' || rows.has(key));
  const matrix = governing.map(([key, { defaults, widest, fixed = false }]) => [key, defaults, widest, fixed]);
  const [scale, declared] = [JSON.stringify(visibilities), JSON.stringify(JSON.stringify(matrix))];
  return hashOfText(`[${projection},${scale},${declared},${fields}]`);
}

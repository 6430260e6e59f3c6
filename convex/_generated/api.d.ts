/* eslint-disable */
/**
 * Generated `api` utility.
 *
 * THIS CODE IS AUTOMATICALLY GENERATED.
 *
 * To regenerate, run `npx convex dev`.
 * @module
 */

import type {
  ApiFromModules,
  FilterApi,
  FunctionReference,
} from "convex/server";
import type * as crons from "../crons.js";
import type * as events_log from "../events/log.js";
import type * as http from "../http.js";
import type * as model_contract_deprecation from "../model/contract/deprecation.js";
import type * as model_contract_entityTag from "../model/contract/entityTag.js";
import type * as model_contract_errors from "../model/contract/errors.js";
import type * as model_contract_hash from "../model/contract/hash.js";
import type * as model_contract_principal from "../model/contract/principal.js";
import type * as model_contract_problem from "../model/contract/problem.js";
import type * as model_contract_store from "../model/contract/store.js";
import type * as model_door_audit from "../model/door/audit.js";
import type * as model_door_identify from "../model/door/identify.js";
import type * as model_door_implement from "../model/door/implement.js";
import type * as model_door_resource from "../model/door/resource.js";
import type * as model_door_route from "../model/door/route.js";
import type * as model_events_consumers from "../model/events/consumers.js";
import type * as model_events_log from "../model/events/log.js";
import type * as model_operations_asks from "../model/operations/asks.js";
import type * as model_operations_flags from "../model/operations/flags.js";
import type * as model_operations_idempotency from "../model/operations/idempotency.js";
import type * as model_operations_issuer from "../model/operations/issuer.js";
import type * as model_operations_keys from "../model/operations/keys.js";
import type * as model_operations_links from "../model/operations/links.js";
import type * as model_operations_logLine from "../model/operations/logLine.js";
import type * as model_operations_page from "../model/operations/page.js";
import type * as model_operations_partners from "../model/operations/partners.js";
import type * as model_operations_rate from "../model/operations/rate.js";
import type * as model_operations_sessions from "../model/operations/sessions.js";
import type * as model_operations_stores from "../model/operations/stores.js";
import type * as model_operations_token from "../model/operations/token.js";
import type * as model_privacy_audit from "../model/privacy/audit.js";
import type * as model_privacy_erasure from "../model/privacy/erasure.js";
import type * as model_privacy_grants from "../model/privacy/grants.js";
import type * as model_privacy_readModel from "../model/privacy/readModel.js";
import type * as model_privacy_redirects from "../model/privacy/redirects.js";
import type * as model_privacy_schedule from "../model/privacy/schedule.js";
import type * as model_privacy_settings from "../model/privacy/settings.js";
import type * as model_privacy_stores from "../model/privacy/stores.js";
import type * as model_privacy_views from "../model/privacy/views.js";
import type * as model_profile_accounts from "../model/profile/accounts.js";
import type * as model_profile_alarms from "../model/profile/alarms.js";
import type * as model_profile_baselines from "../model/profile/baselines.js";
import type * as model_profile_clerkApi from "../model/profile/clerkApi.js";
import type * as model_profile_clerkFacts from "../model/profile/clerkFacts.js";
import type * as model_profile_clerkUsers from "../model/profile/clerkUsers.js";
import type * as model_profile_compare from "../model/profile/compare.js";
import type * as model_profile_cutover from "../model/profile/cutover.js";
import type * as model_profile_drift from "../model/profile/drift.js";
import type * as model_profile_edit from "../model/profile/edit.js";
import type * as model_profile_embed from "../model/profile/embed.js";
import type * as model_profile_hashes from "../model/profile/hashes.js";
import type * as model_profile_metadata_avif from "../model/profile/metadata/avif.js";
import type * as model_profile_metadata_bytes from "../model/profile/metadata/bytes.js";
import type * as model_profile_metadata_gif from "../model/profile/metadata/gif.js";
import type * as model_profile_metadata_jpeg from "../model/profile/metadata/jpeg.js";
import type * as model_profile_metadata_orientation from "../model/profile/metadata/orientation.js";
import type * as model_profile_metadata_png from "../model/profile/metadata/png.js";
import type * as model_profile_metadata_webp from "../model/profile/metadata/webp.js";
import type * as model_profile_metadata_withoutMetadata from "../model/profile/metadata/withoutMetadata.js";
import type * as model_profile_parts from "../model/profile/parts.js";
import type * as model_profile_phase from "../model/profile/phase.js";
import type * as model_profile_photo from "../model/profile/photo.js";
import type * as model_profile_picture from "../model/profile/picture.js";
import type * as model_profile_pictureFormat from "../model/profile/pictureFormat.js";
import type * as model_profile_read from "../model/profile/read.js";
import type * as model_profile_readers from "../model/profile/readers.js";
import type * as model_profile_reconcile from "../model/profile/reconcile.js";
import type * as model_profile_rows from "../model/profile/rows.js";
import type * as model_profile_rowsCopies from "../model/profile/rowsCopies.js";
import type * as model_profile_rowsHandles from "../model/profile/rowsHandles.js";
import type * as model_profile_rowsRemoved from "../model/profile/rowsRemoved.js";
import type * as model_profile_sandbox from "../model/profile/sandbox.js";
import type * as model_profile_settings from "../model/profile/settings.js";
import type * as model_profile_shadow from "../model/profile/shadow.js";
import type * as model_profile_source from "../model/profile/source.js";
import type * as model_profile_stores from "../model/profile/stores.js";
import type * as model_profile_strength from "../model/profile/strength.js";
import type * as model_profile_takePhoto from "../model/profile/takePhoto.js";
import type * as model_profile_views from "../model/profile/views.js";
import type * as model_profile_walk from "../model/profile/walk.js";
import type * as model_profile_walks from "../model/profile/walks.js";
import type * as model_profile_write from "../model/profile/write.js";
import type * as model_profile_writeAccount from "../model/profile/writeAccount.js";
import type * as model_profile_writeClerkUser from "../model/profile/writeClerkUser.js";
import type * as model_profile_writeErasure from "../model/profile/writeErasure.js";
import type * as model_profile_writeHandle from "../model/profile/writeHandle.js";
import type * as model_profile_writeItems from "../model/profile/writeItems.js";
import type * as model_profile_writeOlder from "../model/profile/writeOlder.js";
import type * as model_profile_writePhoto from "../model/profile/writePhoto.js";
import type * as model_profile_writeRemoved from "../model/profile/writeRemoved.js";
import type * as model_profile_writeRepair from "../model/profile/writeRepair.js";
import type * as model_profile_writeSnapshot from "../model/profile/writeSnapshot.js";
import type * as model_profile_writeStrength from "../model/profile/writeStrength.js";
import type * as model_profile_writeUpload from "../model/profile/writeUpload.js";
import type * as model_readModels from "../model/readModels.js";
import type * as model_stores from "../model/stores.js";
import type * as operations_attempts from "../operations/attempts.js";
import type * as operations_cutover from "../operations/cutover.js";
import type * as operations_flags from "../operations/flags.js";
import type * as operations_functions from "../operations/functions.js";
import type * as operations_idempotency from "../operations/idempotency.js";
import type * as operations_keys from "../operations/keys.js";
import type * as operations_links from "../operations/links.js";
import type * as operations_partners from "../operations/partners.js";
import type * as operations_resources from "../operations/resources.js";
import type * as operations_routes from "../operations/routes.js";
import type * as operations_sessions from "../operations/sessions.js";
import type * as operations_site from "../operations/site.js";
import type * as privacy from "../privacy.js";
import type * as privacy_erasure from "../privacy/erasure.js";
import type * as privacy_grants from "../privacy/grants.js";
import type * as privacy_schedule from "../privacy/schedule.js";
import type * as privacy_views from "../privacy/views.js";
import type * as profile from "../profile.js";
import type * as profile_accounts from "../profile/accounts.js";
import type * as profile_clerk from "../profile/clerk.js";
import type * as profile_cutover from "../profile/cutover.js";
import type * as profile_drift from "../profile/drift.js";
import type * as profile_embed from "../profile/embed.js";
import type * as profile_handles from "../profile/handles.js";
import type * as profile_metrics from "../profile/metrics.js";
import type * as profile_migrations from "../profile/migrations.js";
import type * as profile_node_addresses from "../profile/node/addresses.js";
import type * as profile_node_alerts from "../profile/node/alerts.js";
import type * as profile_node_connect from "../profile/node/connect.js";
import type * as profile_node_download from "../profile/node/download.js";
import type * as profile_node_photos from "../profile/node/photos.js";
import type * as profile_photos from "../profile/photos.js";
import type * as profile_reconciliation from "../profile/reconciliation.js";
import type * as profile_removals from "../profile/removals.js";
import type * as profile_routes from "../profile/routes.js";
import type * as profile_uploads from "../profile/uploads.js";
import type * as profile_views from "../profile/views.js";
import type * as tables_contract from "../tables/contract.js";
import type * as tables_events from "../tables/events.js";
import type * as tables_operations from "../tables/operations.js";
import type * as tables_privacy from "../tables/privacy.js";
import type * as tables_profile from "../tables/profile.js";

/**
 * A utility for referencing Convex functions in your app's API.
 *
 * Usage:
 * ```js
 * const myFunctionReference = api.myModule.myFunction;
 * ```
 */
declare const fullApi: ApiFromModules<{
  crons: typeof crons;
  "events/log": typeof events_log;
  http: typeof http;
  "model/contract/deprecation": typeof model_contract_deprecation;
  "model/contract/entityTag": typeof model_contract_entityTag;
  "model/contract/errors": typeof model_contract_errors;
  "model/contract/hash": typeof model_contract_hash;
  "model/contract/principal": typeof model_contract_principal;
  "model/contract/problem": typeof model_contract_problem;
  "model/contract/store": typeof model_contract_store;
  "model/door/audit": typeof model_door_audit;
  "model/door/identify": typeof model_door_identify;
  "model/door/implement": typeof model_door_implement;
  "model/door/resource": typeof model_door_resource;
  "model/door/route": typeof model_door_route;
  "model/events/consumers": typeof model_events_consumers;
  "model/events/log": typeof model_events_log;
  "model/operations/asks": typeof model_operations_asks;
  "model/operations/flags": typeof model_operations_flags;
  "model/operations/idempotency": typeof model_operations_idempotency;
  "model/operations/issuer": typeof model_operations_issuer;
  "model/operations/keys": typeof model_operations_keys;
  "model/operations/links": typeof model_operations_links;
  "model/operations/logLine": typeof model_operations_logLine;
  "model/operations/page": typeof model_operations_page;
  "model/operations/partners": typeof model_operations_partners;
  "model/operations/rate": typeof model_operations_rate;
  "model/operations/sessions": typeof model_operations_sessions;
  "model/operations/stores": typeof model_operations_stores;
  "model/operations/token": typeof model_operations_token;
  "model/privacy/audit": typeof model_privacy_audit;
  "model/privacy/erasure": typeof model_privacy_erasure;
  "model/privacy/grants": typeof model_privacy_grants;
  "model/privacy/readModel": typeof model_privacy_readModel;
  "model/privacy/redirects": typeof model_privacy_redirects;
  "model/privacy/schedule": typeof model_privacy_schedule;
  "model/privacy/settings": typeof model_privacy_settings;
  "model/privacy/stores": typeof model_privacy_stores;
  "model/privacy/views": typeof model_privacy_views;
  "model/profile/accounts": typeof model_profile_accounts;
  "model/profile/alarms": typeof model_profile_alarms;
  "model/profile/baselines": typeof model_profile_baselines;
  "model/profile/clerkApi": typeof model_profile_clerkApi;
  "model/profile/clerkFacts": typeof model_profile_clerkFacts;
  "model/profile/clerkUsers": typeof model_profile_clerkUsers;
  "model/profile/compare": typeof model_profile_compare;
  "model/profile/cutover": typeof model_profile_cutover;
  "model/profile/drift": typeof model_profile_drift;
  "model/profile/edit": typeof model_profile_edit;
  "model/profile/embed": typeof model_profile_embed;
  "model/profile/hashes": typeof model_profile_hashes;
  "model/profile/metadata/avif": typeof model_profile_metadata_avif;
  "model/profile/metadata/bytes": typeof model_profile_metadata_bytes;
  "model/profile/metadata/gif": typeof model_profile_metadata_gif;
  "model/profile/metadata/jpeg": typeof model_profile_metadata_jpeg;
  "model/profile/metadata/orientation": typeof model_profile_metadata_orientation;
  "model/profile/metadata/png": typeof model_profile_metadata_png;
  "model/profile/metadata/webp": typeof model_profile_metadata_webp;
  "model/profile/metadata/withoutMetadata": typeof model_profile_metadata_withoutMetadata;
  "model/profile/parts": typeof model_profile_parts;
  "model/profile/phase": typeof model_profile_phase;
  "model/profile/photo": typeof model_profile_photo;
  "model/profile/picture": typeof model_profile_picture;
  "model/profile/pictureFormat": typeof model_profile_pictureFormat;
  "model/profile/read": typeof model_profile_read;
  "model/profile/readers": typeof model_profile_readers;
  "model/profile/reconcile": typeof model_profile_reconcile;
  "model/profile/rows": typeof model_profile_rows;
  "model/profile/rowsCopies": typeof model_profile_rowsCopies;
  "model/profile/rowsHandles": typeof model_profile_rowsHandles;
  "model/profile/rowsRemoved": typeof model_profile_rowsRemoved;
  "model/profile/sandbox": typeof model_profile_sandbox;
  "model/profile/settings": typeof model_profile_settings;
  "model/profile/shadow": typeof model_profile_shadow;
  "model/profile/source": typeof model_profile_source;
  "model/profile/stores": typeof model_profile_stores;
  "model/profile/strength": typeof model_profile_strength;
  "model/profile/takePhoto": typeof model_profile_takePhoto;
  "model/profile/views": typeof model_profile_views;
  "model/profile/walk": typeof model_profile_walk;
  "model/profile/walks": typeof model_profile_walks;
  "model/profile/write": typeof model_profile_write;
  "model/profile/writeAccount": typeof model_profile_writeAccount;
  "model/profile/writeClerkUser": typeof model_profile_writeClerkUser;
  "model/profile/writeErasure": typeof model_profile_writeErasure;
  "model/profile/writeHandle": typeof model_profile_writeHandle;
  "model/profile/writeItems": typeof model_profile_writeItems;
  "model/profile/writeOlder": typeof model_profile_writeOlder;
  "model/profile/writePhoto": typeof model_profile_writePhoto;
  "model/profile/writeRemoved": typeof model_profile_writeRemoved;
  "model/profile/writeRepair": typeof model_profile_writeRepair;
  "model/profile/writeSnapshot": typeof model_profile_writeSnapshot;
  "model/profile/writeStrength": typeof model_profile_writeStrength;
  "model/profile/writeUpload": typeof model_profile_writeUpload;
  "model/readModels": typeof model_readModels;
  "model/stores": typeof model_stores;
  "operations/attempts": typeof operations_attempts;
  "operations/cutover": typeof operations_cutover;
  "operations/flags": typeof operations_flags;
  "operations/functions": typeof operations_functions;
  "operations/idempotency": typeof operations_idempotency;
  "operations/keys": typeof operations_keys;
  "operations/links": typeof operations_links;
  "operations/partners": typeof operations_partners;
  "operations/resources": typeof operations_resources;
  "operations/routes": typeof operations_routes;
  "operations/sessions": typeof operations_sessions;
  "operations/site": typeof operations_site;
  privacy: typeof privacy;
  "privacy/erasure": typeof privacy_erasure;
  "privacy/grants": typeof privacy_grants;
  "privacy/schedule": typeof privacy_schedule;
  "privacy/views": typeof privacy_views;
  profile: typeof profile;
  "profile/accounts": typeof profile_accounts;
  "profile/clerk": typeof profile_clerk;
  "profile/cutover": typeof profile_cutover;
  "profile/drift": typeof profile_drift;
  "profile/embed": typeof profile_embed;
  "profile/handles": typeof profile_handles;
  "profile/metrics": typeof profile_metrics;
  "profile/migrations": typeof profile_migrations;
  "profile/node/addresses": typeof profile_node_addresses;
  "profile/node/alerts": typeof profile_node_alerts;
  "profile/node/connect": typeof profile_node_connect;
  "profile/node/download": typeof profile_node_download;
  "profile/node/photos": typeof profile_node_photos;
  "profile/photos": typeof profile_photos;
  "profile/reconciliation": typeof profile_reconciliation;
  "profile/removals": typeof profile_removals;
  "profile/routes": typeof profile_routes;
  "profile/uploads": typeof profile_uploads;
  "profile/views": typeof profile_views;
  "tables/contract": typeof tables_contract;
  "tables/events": typeof tables_events;
  "tables/operations": typeof tables_operations;
  "tables/privacy": typeof tables_privacy;
  "tables/profile": typeof tables_profile;
}>;
export declare const api: FilterApi<
  typeof fullApi,
  FunctionReference<any, "public">
>;
export declare const internal: FilterApi<
  typeof fullApi,
  FunctionReference<any, "internal">
>;

export declare const components: {
  rateLimiter: import("@convex-dev/rate-limiter/_generated/component.js").ComponentApi<"rateLimiter">;
  migrations: import("@convex-dev/migrations/_generated/component.js").ComponentApi<"migrations">;
};

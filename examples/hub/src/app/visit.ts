/** One request to the app, as its pages see it. */
import type { IncomingMessage } from 'node:http';
import type { FieldError, Gigsy, OwnProfile } from '@gigsy/sdk';
import type { Addresses } from '../addresses.ts';
import type { DemoSource } from '../demo/demo-source.ts';
import type { Language } from '../languages.ts';
import type { Html, Values } from '../template.ts';
import type { AppFile } from './app-file.ts';
import type { Sessions } from './sessions.ts';

/** The parts of the hub that the app uses. */
export interface AppSite {
  addresses: Addresses;
  /** Holds layout.html, pages/, texts/ and app.css. */
  sources: string;
  /** Holds the bundled scripts. */
  scripts: string;
  file: AppFile;
  demoSource: DemoSource;
  /** Signs a person in at the local issuer, which plays Clerk's part. */
  token(subject: string): Promise<string>;
}

export interface Visit {
  request: IncomingMessage;
  site: AppSite;
  sessions: Sessions;
  url: URL;
  language: Language;
  /** All words of the app's pages in the language. */
  texts: Readonly<Record<string, string>>;
  /** One of them. Throws if it is not there. */
  say(name: string): string;
  /** The signed-in person's subject. */
  subject: string | undefined;
  /** The part of the path at the place of `{handle}`. */
  handle: string;
  /** A client that is signed in as the visitor, or anonymous. */
  gigsy: Gigsy;
  /** The signed-in person's own profile, read once; null without one. */
  own(): Promise<OwnProfile | null>;
}

/** A page answers with the values of its template, with another place to go to, or with a file to keep. */
export type Answer = Shown | Elsewhere | Download;

export interface Download {
  /** Of ASCII, without quotation marks. */
  fileName: string;
  contentType: string;
  content: string;
  cookie?: string;
}

export interface Elsewhere {
  redirect: string;
  /** The page has moved for good; else another page follows this one. */
  isLasting?: true;
  cookie?: string;
}

export interface Shown {
  values: Values;
  /** 200 unless given. */
  status?: number;
  /** Another template than the page's own, by its name. */
  template?: string;
  /** The title of the window, before the name of the app. */
  title?: string;
  /** More of the document's head. */
  head?: Html;
  /** The address that search engines shall know, if they may list the page. */
  canonical?: string;
  cookie?: string;
}

/** There is no such page for this visitor, whatever the reason. */
export const NOT_FOUND: Shown = { values: {}, status: 404, template: 'not-found' };
export type { FieldError };

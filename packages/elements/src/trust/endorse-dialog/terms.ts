/** The words of the dialog by which people endorse somebody, in one language. */
export interface EndorseTerms {
  /** Without a name. */
  title: string;
  endorse: (name: string) => string;
  /** Nobody can be endorsed here. */
  empty: string;
  intro: string;
  notAsked: string;
  skills: string;
  text: string;
  textHelp: (most: string) => string;
  linked: string;
  signed: (name: string) => string;
  noName: string;
  send: string;
  close: string;
  sent: string;

  /** Faults of the form. */
  wanted: string;
  unsafe: string;

  tooOften: string;
  tooMany: string;
  over: string;
}

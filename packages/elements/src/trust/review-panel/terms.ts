/** The words of the panel of reviews, in one language. */
export interface ReviewPanelWords {
  title: string;
  intro: string;
  empty: string;
  as: { performer: (date: string) => string; client: (date: string) => string };
  until: (date: string) => string;
  over: string;
  rating: string;
  stars: (stars: string, most: string) => string;
  text: string;
  write: string;
  edit: string;
  ratingWanted: string;
  textRefused: string;
  own: string;
  states: { sealed: string; revealed: string; answered: string };
  withdraw: string;
  received: string;
  reply: string;
  sendReply: string;
  answer: string;
  sealed: string;
  shown: string;
  withdrawn: string;
  answered: string;
  notReady: string;
}

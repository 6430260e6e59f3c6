/** The page of reviews; its element finds the person's client at the provider around it. */
import '@gigsy/elements/review-panel/define';

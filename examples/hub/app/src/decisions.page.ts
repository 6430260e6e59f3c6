/** The page of decisions; its element finds the person's client at the provider around it. */
import '@gigsy/elements/moderation-notices/define';

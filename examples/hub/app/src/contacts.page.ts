/** The page of contacts; its element finds the person's client at the provider around it. */
import '@gigsy/elements/contacts/define';

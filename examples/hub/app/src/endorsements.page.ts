/** The page of endorsements; its element finds the person's client at the provider around it. */
import '@gigsy/elements/endorsements-panel/define';

/** The page of the reputation index; its element finds the person's client at the provider around it. */
import '@gigsy/elements/reputation-panel/define';

/** The page of imports; its element finds the person's client at the provider around it. */
import '@gigsy/elements/imports/define';

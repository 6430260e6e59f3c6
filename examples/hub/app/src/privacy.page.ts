/** The page of privacy; its elements find the person's client at the provider around them. */
import '@gigsy/elements/privacy-settings/define';
import '@gigsy/elements/view-as/define';

/** The page of the person's own data; its elements find the person's client at the provider around them. */
import '@gigsy/elements/access-log/define';
import '@gigsy/elements/data-requests/define';

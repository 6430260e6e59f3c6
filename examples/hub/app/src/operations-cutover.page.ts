/** The page of the cutover; the element finds the administrator's client at the provider around it. */
import '@gigsy/elements/cutover-status/define';

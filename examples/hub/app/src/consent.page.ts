/** The page of the consent to partners; its element finds the person's client at the provider around it. */
import '@gigsy/elements/partner-consent/define';

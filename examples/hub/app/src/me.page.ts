/** The page on which people edit their profile; the form finds the person's client at the provider around it. */
import '@gigsy/elements/profile-form/define';
import '@gigsy/elements/profile-strength/define';

/** The page on which people edit their profile; the editor finds the person's client at the provider around it. */
import '@gigsy/elements/profile-editor/define';

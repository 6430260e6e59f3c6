/** The page of verifications; its element finds the person's client at the provider around it. */
import '@gigsy/elements/verification-panel/define';

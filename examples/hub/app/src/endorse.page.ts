/** The page on which a request for an endorsement is answered. */
import '@gigsy/elements/endorse-dialog/define';

/** A person's page: its element gives a purpose to the provider around, which opens what members may see. */
import '@gigsy/elements/access-request/define';
import '@gigsy/elements/reputation/define';
import '@gigsy/elements/reviews/define';

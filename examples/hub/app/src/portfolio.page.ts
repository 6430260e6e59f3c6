/** A person's portfolio: its element gives a purpose to the provider around, which opens what members may see. */
import '@gigsy/elements/access-request/define';

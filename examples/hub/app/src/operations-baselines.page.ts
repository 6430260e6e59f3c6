/** The page of figures; the element finds the operator's client at the provider around it. */
import '@gigsy/elements/profile-baselines/define';

/**
 * A person's page: its element gives a purpose to the provider around, which opens what members may see. Members can endorse the
 * person; the button does nothing without script, so it is hidden until now.
 */
import '@gigsy/elements/access-request/define';
import '@gigsy/elements/endorse-dialog/define';
import '@gigsy/elements/reputation/define';
import '@gigsy/elements/reviews/define';

const button = document.querySelector<HTMLButtonElement>('#endorse');
const dialog = document.querySelector('gigsy-endorse-dialog');
if (button && dialog) {
  button.hidden = false;
  button.addEventListener('click', () => dialog.show());
}

/** The page on which people edit their profile; its elements find the person's client at the provider around them. */
import '@gigsy/elements/profile-editor/define';
import '@gigsy/elements/profile-strength/define';

const editor = document.querySelector('gigsy-profile-editor')!;

// A step is done in the editor beside it.
document.querySelector('gigsy-profile-strength')!.addEventListener('gigsy-edit', (event) => {
  event.preventDefault();
  editor.show(event.detail.section, event.detail.field);
});

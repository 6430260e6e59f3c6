/**
 * Leaves the desk of the story before. Its form keeps a draft as it goes, and the draft would be found by the next story:
 * so the form goes first, what it still sends is answered, and then the drafts are cleared.
 */
export async function leaveDesk(): Promise<void> {
  for (const form of document.querySelectorAll('gigsy-profile-editor, gigsy-profile-form, gigsy-portfolio-editor'))
    form.remove();
  await new Promise((resolve) => setTimeout(resolve));
  sessionStorage.clear();
}

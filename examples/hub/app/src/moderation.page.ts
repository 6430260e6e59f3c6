/** The page of moderators: the queue opens cases in the view below it. Both find the moderator's client at the provider around. */
import '@gigsy/elements/case-view/define';
import '@gigsy/elements/moderation-queue/define';

const view = document.querySelector('gigsy-case-view')!;

document.querySelector('gigsy-moderation-queue')!.addEventListener('gigsy-case', ({ detail }) => {
  view.hidden = false;
  view.case = detail.case;
  view.scrollIntoView({ block: 'nearest' });
});

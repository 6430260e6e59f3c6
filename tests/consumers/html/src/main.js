import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/about-section/define';
import '@gigsy/elements/experience-list/define';

const [button, card, output, about, experience] = document.body.children;

button.addEventListener('click', () => card.setAttribute('handle', 'grace'));
card.addEventListener('gigsy-load', ({ detail }) => {
  output.textContent = detail.profile.identity.displayName;
});
experience.addEventListener('gigsy-error', ({ detail }) => {
  experience.title = detail.code;
});

about.profile = { handle: 'ada', role: 'student', about: { text: 'Given as a property.' } };
experience.source = { get: () => Promise.reject(new Error('no source')) };

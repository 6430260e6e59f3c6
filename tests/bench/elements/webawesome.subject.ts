/** The same card composed from Web Awesome's components, as its pages show it. */
import { html } from 'lit';
import '@awesome.me/webawesome/dist/components/avatar/avatar.js';
import '@awesome.me/webawesome/dist/components/badge/badge.js';
import '@awesome.me/webawesome/dist/components/card/card.js';
import '@awesome.me/webawesome/dist/components/tag/tag.js';
import { offer } from './subject.ts';
import { wordsOf } from './words.ts';

offer((person) => {
  const { name, initials, headline, meta, named, more } = wordsOf(person);
  return html`<wa-card><div class="person">
    <wa-avatar initials=${initials} label=${name}></wa-avatar>
    <div class="who">
      <h3>${name}</h3>
      <p>${headline}</p>
      <p class="meta">${meta}</p>
      <div class="chips">${named.map((skill) => html`<wa-tag size="s">${skill}</wa-tag>`)}<wa-badge variant="neutral">+${more}</wa-badge></div>
      <details><summary>More</summary></details>
    </div>
  </div></wa-card>`;
});

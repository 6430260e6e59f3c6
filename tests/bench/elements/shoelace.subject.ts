/** The same card composed from Shoelace's components, as its pages show it. */
import { html } from 'lit';
import '@shoelace-style/shoelace/dist/components/avatar/avatar.js';
import '@shoelace-style/shoelace/dist/components/badge/badge.js';
import '@shoelace-style/shoelace/dist/components/card/card.js';
import '@shoelace-style/shoelace/dist/components/tag/tag.js';
import { offer } from './subject.ts';
import { wordsOf } from './words.ts';

offer((person) => {
  const { name, initials, headline, meta, named, more } = wordsOf(person);
  return html`<sl-card><div class="person">
    <sl-avatar initials=${initials} label=${name}></sl-avatar>
    <div class="who">
      <h3>${name}</h3>
      <p>${headline}</p>
      <p class="meta">${meta}</p>
      <div class="chips">${named.map((skill) => html`<sl-tag size="small">${skill}</sl-tag>`)}<sl-badge variant="neutral">+${more}</sl-badge></div>
      <details><summary>More</summary></details>
    </div>
  </div></sl-card>`;
});

/** Ours: the card draws everything from the profile that it is given. */
import { html } from 'lit';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/skill-matrix/define';
import { offer } from './subject.ts';

offer((person) => html`<gigsy-profile-card .profile=${person}></gigsy-profile-card>`);

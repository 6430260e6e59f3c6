/** The elements that show the parts of a profile. */
import { type TemplateResult, html } from 'lit';
import type { ProfileView } from '@gigsy/sdk/reader';
import { define } from '../../define.ts';
import { GigsyAboutSection } from '../../profile/about-section/about-section.ts';
import { GigsyAwardList } from '../../profile/award-list/award-list.ts';
import { GigsyCertificateList } from '../../profile/certificate-list/certificate-list.ts';
import { GigsyEducationList } from '../../profile/education-list/education-list.ts';
import { GigsyExperienceList } from '../../profile/experience-list/experience-list.ts';
import { GigsyLanguageList } from '../../profile/language-list/language-list.ts';
import { GigsyMentoringSection } from '../../profile/mentoring-section/mentoring-section.ts';
import { GigsyOrganisationSection } from '../../profile/organisation-section/organisation-section.ts';
import { GigsyProfileHeader } from '../../profile/profile-header/profile-header.ts';
import { GigsyProjectList } from '../../profile/project-list/project-list.ts';
import { GigsyPublicationList } from '../../profile/publication-list/publication-list.ts';
import { GigsySkillMatrix } from '../../profile/skill-matrix/skill-matrix.ts';
import { GigsyVolunteeringList } from '../../profile/volunteering-list/volunteering-list.ts';

/** When such an element is made, and not when its code arrives: to import a class defines no tag. */
export function defineShown(): void {
  define('gigsy-profile-header', GigsyProfileHeader);
  define('gigsy-about-section', GigsyAboutSection);
  define('gigsy-mentoring-section', GigsyMentoringSection);
  define('gigsy-organisation-section', GigsyOrganisationSection);
  define('gigsy-experience-list', GigsyExperienceList);
  define('gigsy-project-list', GigsyProjectList);
  define('gigsy-skill-matrix', GigsySkillMatrix);
  define('gigsy-education-list', GigsyEducationList);
  define('gigsy-certificate-list', GigsyCertificateList);
  define('gigsy-award-list', GigsyAwardList);
  define('gigsy-publication-list', GigsyPublicationList);
  define('gigsy-volunteering-list', GigsyVolunteeringList);
  define('gigsy-language-list', GigsyLanguageList);
}

/** A whole profile; sections without content take no room. */
export function renderShown(profile: ProfileView, level: number): TemplateResult {
  return html`<gigsy-profile-header heading-level=${level} .profile=${profile}></gigsy-profile-header>
    <gigsy-about-section hide-empty heading-level=${level} .profile=${profile}></gigsy-about-section>
    <gigsy-mentoring-section hide-empty heading-level=${level} .profile=${profile}></gigsy-mentoring-section>
    <gigsy-organisation-section hide-empty heading-level=${level} .profile=${profile}></gigsy-organisation-section>
    <gigsy-experience-list hide-empty heading-level=${level} .profile=${profile}></gigsy-experience-list>
    <gigsy-project-list hide-empty heading-level=${level} .profile=${profile}></gigsy-project-list>
    <gigsy-skill-matrix hide-empty heading-level=${level} .profile=${profile}></gigsy-skill-matrix>
    <gigsy-education-list hide-empty heading-level=${level} .profile=${profile}></gigsy-education-list>
    <gigsy-certificate-list hide-empty heading-level=${level} .profile=${profile}></gigsy-certificate-list>
    <gigsy-award-list hide-empty heading-level=${level} .profile=${profile}></gigsy-award-list>
    <gigsy-publication-list hide-empty heading-level=${level} .profile=${profile}></gigsy-publication-list>
    <gigsy-volunteering-list hide-empty heading-level=${level} .profile=${profile}></gigsy-volunteering-list>
    <gigsy-language-list hide-empty heading-level=${level} .profile=${profile}></gigsy-language-list>`;
}

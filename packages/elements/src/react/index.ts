/**
 * React components, one for each element. Each stands in a client module of its own, so that a server component may
 * import them from here and a page loads only those it renders.
 */
export { ProfileCard } from './profile-card.ts';
export { SkillMatrix } from './skill-matrix.ts';
export { ProfileHeader } from './profile-header.ts';
export { AboutSection } from './about-section.ts';
export { ExperienceList } from './experience-list.ts';
export { EducationList } from './education-list.ts';
export { LanguageList } from './language-list.ts';
export { ProfileForm } from './profile-form.ts';
export { Provider } from './provider.ts';

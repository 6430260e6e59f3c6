/** The script of a page that uses every element. */
import '@gigsy/elements/about-section/define';
import '@gigsy/elements/education-list/define';
import '@gigsy/elements/experience-list/define';
import '@gigsy/elements/language-list/define';
import '@gigsy/elements/profile-card/define';
import '@gigsy/elements/profile-header/define';
import '@gigsy/elements/provider/define';
import '@gigsy/elements/skill-matrix/define';

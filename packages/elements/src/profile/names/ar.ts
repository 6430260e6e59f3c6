/** Arabic. */
import type { ProfileNames } from './terms.ts';

export const names: ProfileNames = {
  section: {
    identity: 'الاسم والمكان',
    about: 'نبذة',
    contact: 'التواصل',
    availability: 'التوفّر',
    organisation: 'المؤسسة',
    mentoring: 'الإرشاد',
    skills: 'المهارات',
    education: 'التعليم',
    workExperience: 'الخبرة',
    projects: 'المشاريع',
    certificates: 'الشهادات',
    awards: 'الجوائز',
    publications: 'المنشورات',
    volunteering: 'التطوع',
    languages: 'اللغات',
    links: 'الروابط',
  },
  role: {
    student: 'الطلاب',
    employer: 'أصحاب العمل',
    mentor: 'المرشدون',
    moderator: 'المشرفون',
    admin: 'المديرون',
  },
};

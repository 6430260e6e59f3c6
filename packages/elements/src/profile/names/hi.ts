/** Hindi. */
import type { ProfileNames } from './terms.ts';

export const names: ProfileNames = {
  section: {
    identity: 'नाम और स्थान',
    about: 'परिचय',
    contact: 'संपर्क',
    availability: 'उपलब्धता',
    organisation: 'संगठन',
    mentoring: 'मार्गदर्शन',
    skills: 'कौशल',
    education: 'शिक्षा',
    workExperience: 'अनुभव',
    projects: 'परियोजनाएँ',
    certificates: 'प्रमाणपत्र',
    awards: 'पुरस्कार',
    publications: 'प्रकाशन',
    volunteering: 'स्वयंसेवा',
    languages: 'भाषाएँ',
    links: 'लिंक',
  },
  role: {
    student: 'विद्यार्थी',
    employer: 'नियोक्ता',
    mentor: 'मार्गदर्शक',
    moderator: 'मॉडरेटर',
    admin: 'प्रशासक',
  },
};

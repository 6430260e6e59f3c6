/** Hindi. */
import type { CutoverWords } from '../words.ts';

export const words: CutoverWords = {
  title: 'प्रोफ़ाइल पढ़ने का बदलाव',
  offline: 'फ़िलहाल कोई कनेक्शन नहीं है।',
  drift: (count, written) => `अंतर: ${written} ${count === 1 ? 'खुला मामला' : 'खुले मामले'}`,
  noDrift: 'अंतर: कोई खुला मामला नहीं',
  cohorts: {
    staff: { name: 'टीम', who: 'मॉडरेटर और व्यवस्थापक' },
    pilot: { name: 'परीक्षण समूह', who: 'बाकी लोगों में 100 में से 5' },
    early: { name: 'शुरुआती समूह', who: '100 में से 25 और' },
    rest: { name: 'शेष', who: 'बाकी सभी' },
  },
  phases: {
    'dual-write': 'दोहरा लेखन',
    'shadow-read': 'तुलनात्मक पठन',
    normalized: 'सामान्यीकृत',
    retired: 'सेवानिवृत्त',
  },
  progress: 'चरण',
  since: (date) => `${date} से`,
  compared: (count, written) => `${written} ${count === 1 ? 'प्रोफ़ाइल की' : 'प्रोफ़ाइलों की'} तुलना हुई`,
  emptied: (count, written) => `${written} ${count === 1 ? 'स्नैपशॉट मिटाया गया' : 'स्नैपशॉट मिटाए गए'}`,
  going: 'जारी है',
  differences: (count, written) => `${written} ${count === 1 ? 'प्रोफ़ाइल' : 'प्रोफ़ाइलें'} अलग तरह से पढ़ी जाती हैं:`,
  moreThan: (written) => `${written} से अधिक`,
  obstacles: {
    drift: 'अंतर के मामले खुले हैं।',
    differences: 'स्नैपशॉट और पंक्तियाँ अलग-अलग पढ़ी जाती हैं।',
    comparison: 'अभी सभी प्रोफ़ाइलों की तुलना नहीं हुई है।',
  },
  forward: (phase) => `“${phase}” पर आगे बढ़ें`,
  back: (phase) => `“${phase}” पर लौटें`,
  ask: 'इस समूह के स्नैपशॉट मिटाएँ? वे वापस नहीं लाए जा सकते।',
  retire: 'स्नैपशॉट मिटाएँ',
  keep: 'रहने दें',
  moving: 'बदला जा रहा है',
  moved: (cohort, phase) => `${cohort} अब “${phase}” चरण में है।`,
  conflict: 'किसी और ने इस समूह को बदल दिया है। यह उसकी मौजूदा स्थिति है।',
  notReady: 'यह कदम अभी संभव नहीं है।',
  failed: 'यह कदम विफल रहा। कुछ भी नहीं बदला।',
};

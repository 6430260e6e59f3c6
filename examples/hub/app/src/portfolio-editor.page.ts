/** The page on which people edit their portfolio; its element finds the person's client at the provider around it. */
import '@gigsy/elements/portfolio-editor/define';
import { drawDocument } from './draw-document.ts';

for (const editor of document.querySelectorAll('gigsy-portfolio-editor')) editor.drawDocument = drawDocument;

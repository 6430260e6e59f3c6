import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { People } from './people.tsx';
import { Tags } from './tags.tsx';

createRoot(document.querySelector('#components')!).render(<StrictMode><People /></StrictMode>);
createRoot(document.querySelector('#tags')!).render(<StrictMode><Tags /></StrictMode>);

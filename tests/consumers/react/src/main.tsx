import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { People } from './people';
import { Tags } from './tags';

createRoot(document.querySelector('#components')!).render(
  <StrictMode>
    <People />
  </StrictMode>,
);
createRoot(document.querySelector('#tags')!).render(
  <StrictMode>
    <Tags />
  </StrictMode>,
);

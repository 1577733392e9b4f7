import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#viz/app.tsx';
import { Caught } from '#viz/components/caught.tsx';
import { applyTheme, chosenTheme } from '#viz/state/theme-choice.ts';

applyTheme(chosenTheme());
const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <Caught place="">
        <App />
      </Caught>
    </StrictMode>,
  );

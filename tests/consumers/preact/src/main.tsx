import { render } from 'preact';
import { Tags } from './tags.tsx';

render(<Tags />, document.querySelector('#tags')!);

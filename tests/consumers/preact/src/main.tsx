import { render } from 'preact';
import { Tags } from './tags';

render(<Tags />, document.querySelector('#tags')!);

/**
 * In the embed build this stands for `lit`: the part of it that read-only elements use, a third of its size. Same names,
 * same order of callbacks. `tests/elements` pass with it as with Lit. Hosts that bundle the packages get Lit itself.
 *
 * Left out: directives, boolean attributes (`?name`), listeners that are objects or come and go, nodes as values, names
 * of properties with capitals in templates, options of properties other than `attribute`, `type`, `reflect` and `state`.
 */

/** Takes an attribute away, or shows nothing. */
export const nothing = Symbol();
/** Leaves what is on show. */
export const noChange = Symbol();

class CSSResult {
  constructor(text) {
    this.cssText = text;
  }
}
export const unsafeCSS = (text) => new CSSResult(text);

class Result {
  constructor(strings, values) {
    this.strings = strings;
    this.values = values;
  }
}
export const html = (strings, ...values) => new Result(strings, values);

/** Stands for a value in the source of a template, whose text never holds it. */
const HOLE = '\ue000';
const policy = globalThis.trustedTypes?.createPolicy('lit-html', { createHTML: (text) => text });
const marker = () => document.createComment('');

/** By its strings, a template's content and where its values go: the node's number, and an attribute's name and text. */
const templates = new WeakMap();

function walk(node) {
  return document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
}

function templateOf(strings) {
  let template = templates.get(strings);
  if (!template) {
    const element = document.createElement('template');
    const source = strings.reduce(
      (text, next) => text + (text.lastIndexOf('<') > text.lastIndexOf('>') ? HOLE : `<!--${HOLE}-->`) + next,
    );
    element.innerHTML = policy ? policy.createHTML(source) : source;
    const { content } = element;
    const places = [];
    const walker = walk(content);
    for (let index = 0, node; (node = walker.nextNode()); index++) {
      if (node.data === HOLE) places.push([index]);
      for (const { name, value } of [...(node.attributes ?? [])]) {
        const pieces = value.split(HOLE);
        if (pieces[1] === undefined) continue;
        node.removeAttribute(name);
        places.push([index, name, pieces]);
      }
    }
    templates.set(strings, (template = { content, places }));
  }
  return template;
}

/** A function for each place in a copy of the template: it takes all values and the number of its first, and returns the next. */
function instantiate(strings, host) {
  const { content, places } = templateOf(strings);
  const fragment = document.importNode(content, true);
  const walker = walk(fragment);
  let at = -1;
  const writers = places.map(([index, name, pieces]) => {
    for (; at < index; at++) walker.nextNode();
    const node = walker.currentNode;
    if (name) return attributeWriter(node, name, pieces, host);
    const child = new Child(node, node.nextSibling, host);
    return (values, index) => (child.show(values[index]), index + 1);
  });
  return {
    fragment,
    strings,
    fill(values) {
      writers.reduce((index, write) => write(values, index), 0);
    },
  };
}

function attributeWriter(element, name, pieces, host) {
  const kind = name[0];
  const rest = name.slice(1);
  const single = !pieces[2] && !pieces.join('');
  let shown = nothing;
  if (kind === '@') element.addEventListener(rest, (event) => shown.call(host, event));
  return (values, index) => {
    const last = index + pieces.length - 1;
    const own = values.slice(index, last);
    const value = single
      ? own[0]
      : own.includes(nothing)
        ? nothing
        : pieces.map((piece, number) => (number ? (own[number - 1] ?? '') : '') + piece).join('');
    if (value !== shown) {
      shown = value;
      if (kind === '.') element[rest] = value;
      else if (value === nothing) element.removeAttribute(name);
      else if (kind !== '@') element.setAttribute(name, value ?? '');
    }
    return last;
  };
}

/** The content between two nodes. */
class Child {
  #start;
  #end;
  #host;
  /** The content on show: an instance of a template, a list of children, or text. */
  #shown;

  constructor(start, end, host) {
    this.#start = start;
    this.#end = end;
    this.#host = host;
  }

  show(value) {
    const shown = this.#shown;
    if (value instanceof Result) {
      if (shown?.strings !== value.strings) {
        const made = instantiate(value.strings, this.#host);
        made.fill(value.values);
        this.#replace(made, made.fragment);
      } else shown.fill(value.values);
    } else if (Array.isArray(value)) {
      if (!Array.isArray(shown)) this.#replace([]);
      const items = this.#shown;
      value.forEach((item, index) =>
        (items[index] ??= new Child(this.#insert(marker()), this.#insert(marker()), this.#host)).show(item),
      );
      const extra = items[value.length];
      this.#clear(extra && extra.#start);
      items.length = value.length;
    } else if (value === nothing || value == null || value === '') this.#replace();
    else if (value !== shown && value !== noChange) {
      // Selections and screen readers keep to the text node.
      if (shown !== undefined && Object(shown) !== shown) this.#start.nextSibling.data = value;
      else this.#replace(value, document.createTextNode(value));
      this.#shown = value;
    }
  }

  #insert(node) {
    return this.#end ? this.#end.parentNode.insertBefore(node, this.#end) : this.#start.parentNode.appendChild(node);
  }

  #replace(shown, node) {
    if (this.#shown !== undefined) this.#clear(this.#start.nextSibling);
    this.#shown = shown;
    if (node) this.#insert(node);
  }

  /** Removes the nodes from `node` on. */
  #clear(node = this.#end) {
    while (node !== this.#end) {
      const next = node.nextSibling;
      node.remove();
      node = next;
    }
  }
}

/** Of Lit's life cycle, what elements in this repository use. */
export class LitElement extends HTMLElement {
  /** Options by name of property, those of the classes above among them. */
  static elementProperties = {};

  static get observedAttributes() {
    this.finalize();
    return Object.entries(this.elementProperties).flatMap(([name, options]) => attributeOf(name, options) ?? []);
  }

  static finalize() {
    if (Object.hasOwn(this, 'elementProperties')) return;
    const above = Object.getPrototypeOf(this);
    above.finalize();
    const properties = Object.hasOwn(this, 'properties') ? this.properties : {};
    this.elementProperties = { ...above.elementProperties, ...properties };
    this.elementStyles = [this.styles ?? []].flat(Infinity);
    for (const name in properties) {
      const own = Symbol();
      Object.defineProperty(this.prototype, name, {
        get() {
          return this[own];
        },
        set(value) {
          const before = this[own];
          this[own] = value;
          this.requestUpdate(name, before);
        },
      });
    }
  }

  /** Content goes to the end of the root, whatever is set here. */
  renderOptions = {};
  #changed = new Map();
  #reflected = new Set();
  /** The property that is being set from its attribute, or written to it. */
  #passing;
  #controllers = new Set();
  /** Values from before the element was defined. */
  #early = [];

  constructor() {
    super();
    this.updateComplete = new Promise((resolve) => (this.enableUpdating = resolve));
    for (const name in this.constructor.elementProperties)
      if (Object.hasOwn(this, name)) {
        this.#early.push([name, this[name]]);
        delete this[name];
      }
    this.requestUpdate();
  }

  addController(controller) {
    this.#controllers.add(controller);
  }

  removeController(controller) {
    this.#controllers.delete(controller);
  }

  #tell(step) {
    for (const controller of this.#controllers) step(controller);
  }

  connectedCallback() {
    this.renderRoot ??= this.createRenderRoot();
    this.enableUpdating();
    this.#tell((controller) => controller.hostConnected?.());
  }

  disconnectedCallback() {
    this.#tell((controller) => controller.hostDisconnected?.());
  }

  attributeChangedCallback(attribute, _before, value) {
    const { elementProperties } = this.constructor;
    for (const name in elementProperties) {
      const options = elementProperties[name];
      if (attributeOf(name, options) !== attribute || this.#passing === name) continue;
      this.#passing = name;
      this[name] =
        options.type === Boolean ? value !== null : options.type && value !== null ? options.type(value) : value;
      this.#passing = undefined;
    }
  }

  requestUpdate(name, before) {
    if (name) {
      if (Object.is(this[name], before)) return;
      if (!this.#changed.has(name)) this.#changed.set(name, this.hasUpdated ? before : undefined);
      if (this.constructor.elementProperties[name].reflect && this.#passing !== name) this.#reflected.add(name);
    }
    if (!this.isUpdatePending) this.updateComplete = this.#update(this.updateComplete);
  }

  async #update(earlier) {
    this.isUpdatePending = true;
    try {
      await earlier;
    } catch (error) {
      // It is reported, and does not keep the element from trying again.
      void Promise.reject(error);
    }
    for (const [name, value] of this.#early.splice(0)) this[name] = value;
    const changed = this.#changed;
    try {
      this.willUpdate(changed);
      this.#tell((controller) => controller.hostUpdate?.());
      this.update(changed);
    } finally {
      this.#settle();
    }
    this.hasUpdated = true;
    this.#tell((controller) => controller.hostUpdated?.());
  }

  #settle() {
    this.#changed = new Map();
    this.isUpdatePending = false;
  }

  willUpdate() {}

  #root;

  update() {
    const value = this.render();
    for (const name of this.#reflected) this.#reflect(name);
    this.#reflected.clear();
    this.#settle();
    (this.#root ??= new Child(this.renderRoot.appendChild(marker()), null, this)).show(value);
  }

  #reflect(name) {
    const options = this.constructor.elementProperties[name];
    const attribute = attributeOf(name, options);
    const value = this[name];
    this.#passing = name;
    if (value == null || value === false) this.removeAttribute(attribute);
    else this.setAttribute(attribute, options.type === Boolean ? '' : value);
    this.#passing = undefined;
  }
}

function attributeOf(name, { attribute, state }) {
  return attribute === false || state ? undefined : (attribute ?? name.toLowerCase());
}

// Making SVG, as `shared/element.js` makes HTML: text goes in as text, attributes as attributes.

const namespace = 'http://www.w3.org/2000/svg';

/** An SVG element with attributes and children; what is null or false is left out. */
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null && value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

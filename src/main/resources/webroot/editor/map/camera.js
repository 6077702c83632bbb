// How near one stands to the map. It is moved by scrolling, as anything else that is larger than its window: wheel,
// finger, scrollbars and keys work as the browser does it. Added are zoom, and dragging with the mouse.

const least = 0.1;
const most = 2.5;
const stepWise = 1.25;
const readable = 0.6;

export class Camera {
  scale = 1;
  #size = { width: 1, height: 1 };

  /** `frame` scrolls, `picture` is the SVG within it; `told(scale)` hears of each zoom. */
  constructor(frame, picture, told) {
    this.frame = frame;
    this.picture = picture;
    this.told = told;
    frame.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    frame.addEventListener('pointerdown', (event) => this.#grip(event));
  }

  /** The drawing's size in its own units. */
  set size({ width, height }) {
    this.#size = { width: Math.max(1, width), height: Math.max(1, height) };
    this.picture.setAttribute('viewBox', `0 0 ${this.#size.width} ${this.#size.height}`);
    this.#apply();
  }

  in() {
    this.zoom(this.scale * stepWise);
  }

  out() {
    this.zoom(this.scale / stepWise);
  }

  /** The whole drawing in the window. */
  fit() {
    this.zoom(this.#fitting());
  }

  /** As near as the whole allows, but never so far that it cannot be read. */
  begin() {
    this.zoom(Math.max(readable, Math.min(1, this.#fitting())));
  }

  /** Zooms so that what is at that place of the window (its middle, unless said) stays there. */
  zoom(scale, place = { x: this.frame.clientWidth / 2, y: this.frame.clientHeight / 2 }) {
    const before = this.scale;
    const { scrollLeft, scrollTop } = this.frame;
    this.scale = Math.min(most, Math.max(least, scale));
    this.#apply();
    const grown = this.scale / before;
    this.frame.scrollLeft = (scrollLeft + place.x) * grown - place.x;
    this.frame.scrollTop = (scrollTop + place.y) * grown - place.y;
    this.told(this.scale);
  }

  /** Scrolls by a share of the window: 1 is a whole one. */
  pan(right, down) {
    this.frame.scrollBy(right * this.frame.clientWidth, down * this.frame.clientHeight);
  }

  /** Puts a place of the drawing in the middle of the window. */
  lookAt({ x, y }) {
    this.frame.scrollLeft = x * this.scale - this.frame.clientWidth / 2;
    this.frame.scrollTop = y * this.scale - this.frame.clientHeight / 2;
  }

  /** Puts a place in the middle when the window does not show it. */
  keepInSight(place, { width, height }) {
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = this.frame;
    const x = place.x * this.scale;
    const y = place.y * this.scale;
    const half = { x: (width * this.scale) / 2, y: (height * this.scale) / 2 };
    if (x - half.x < scrollLeft || x + half.x > scrollLeft + clientWidth || y - half.y < scrollTop || y + half.y > scrollTop + clientHeight) {
      this.lookAt(place);
    }
  }

  #fitting() {
    return Math.min(this.frame.clientWidth / this.#size.width, this.frame.clientHeight / this.#size.height);
  }

  #apply() {
    this.picture.setAttribute('width', Math.round(this.#size.width * this.scale));
    this.picture.setAttribute('height', Math.round(this.#size.height * this.scale));
  }

  #wheel(event) {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const { left, top } = this.frame.getBoundingClientRect();
      this.zoom(this.scale * Math.exp(-event.deltaY / 300), { x: event.clientX - left, y: event.clientY - top });
    }
  }

  // A finger scrolls by itself. A mouse that has moved has dragged, and does not press the step beneath it.
  #grip(event) {
    if (event.pointerType !== 'mouse' || event.button !== 0) {
      return;
    }
    const start = { x: event.clientX, y: event.clientY, left: this.frame.scrollLeft, top: this.frame.scrollTop };
    let dragged = false;
    const move = (moved) => {
      const [x, y] = [moved.clientX - start.x, moved.clientY - start.y];
      dragged ||= Math.abs(x) + Math.abs(y) > 6;
      if (dragged) {
        this.frame.classList.add('is-dragged');
        this.frame.scrollLeft = start.left - x;
        this.frame.scrollTop = start.top - y;
      }
    };
    const end = () => {
      removeEventListener('pointermove', move);
      this.frame.classList.remove('is-dragged');
      if (dragged) {
        const still = (click) => click.stopPropagation();
        this.frame.addEventListener('click', still, { capture: true, once: true });
        setTimeout(() => this.frame.removeEventListener('click', still, { capture: true }), 0);
      }
    };
    addEventListener('pointermove', move);
    addEventListener('pointerup', end, { once: true });
    addEventListener('pointercancel', end, { once: true });
  }
}

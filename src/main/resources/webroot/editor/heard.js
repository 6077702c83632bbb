// Who wants to hear of something: a list of listeners, told one after another.

export class Heard {
  #listeners = new Set();

  /** Returns a function that ends it. */
  subscribe(listener) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  tell(...what) {
    this.#listeners.forEach((listener) => listener(...what));
  }
}

// Away at once: nothing of this tab is kept, and Back does not lead to this page. Without JavaScript it is a plain link.

export function leaveFast(link) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    try {
      sessionStorage.clear();
    } catch (e) {
      // Storage is switched off: then there is nothing in it.
    }
    location.replace(link.href);
  });
}

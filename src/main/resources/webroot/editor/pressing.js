// Nothing moves under a finger that presses: what would move the page waits until it is lifted.

let lifted = null;
let lift = () => {};

addEventListener('pointerdown', () => {
  lift();
  lifted = new Promise((resolve) => {
    lift = resolve;
  });
}, true);

// The click comes right after the finger has been lifted, and is meant for what stood there.
const up = () => setTimeout(() => {
  lift();
  lifted = null;
});
addEventListener('pointerup', up, true);
addEventListener('pointercancel', up, true);
// Of the window only: what a field loses when the finger comes down is not meant.
addEventListener('blur', up);

/** Resolves when nothing is being pressed, at once when nothing is. */
export const unpressed = async () => {
  while (lifted) {
    await lifted;
  }
};

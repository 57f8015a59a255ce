const AT_LATEST = 150;   // ms; a page that is out of sight, or in a frame that is, may get no picture

/** Work in steps, each of which waits until what was there before is on the screen: a person sees at once what they
    pressed, and a slow device is busy only then. Asked for several times before that, a step is done once. */
export class AfterPicture {
  #steps; #guard; #then = null; #next = 0; #frame = 0; #timer = 0;

  /** `steps`: the last one does all that there is to do, whether the others came before it or not. */
  constructor({ signal, guard, steps }) {
    this.#steps = steps;
    this.#guard = guard;
    document.addEventListener('visibilitychange', () => this.#guard(() => this.finish()), { signal });
    addEventListener('pagehide', () => this.#guard(() => this.finish()), { signal });
    signal.addEventListener('abort', () => this.drop());
  }

  /** `from`: the step to begin with, where one is already, too. `then`: what comes after the last. */
  plan(then = () => {}, { from = 0 } = {}) {
    (this.#then ??= []).push(then);
    this.#next = from;
    if (document.hidden) this.finish();
    else this.#wait();
  }

  /** Does it now: something else is to be done that builds on it. */
  finish() {
    const then = this.#then;
    if (!then) return;
    this.drop();
    this.#steps.at(-1)();
    for (const one of then) one();
  }

  /** Something else is done in its place. Returns whether there was something to do. */
  drop() {
    const planned = this.#then !== null;
    this.#stopWaiting();
    this.#then = null;
    return planned;
  }

  #wait() {
    this.#stopWaiting();
    this.#frame = requestAnimationFrame(() => { clearTimeout(this.#timer); this.#timer = setTimeout(() => this.#soon()); });
    this.#timer = setTimeout(() => this.#soon(), AT_LATEST);
  }

  #stopWaiting() {
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
  }

  #soon() { this.#guard(() => this.#step()); }

  #step() {
    if (!this.#then) return;
    const isLast = this.#next >= this.#steps.length - 1;
    if (isLast) return this.finish();
    this.#steps[this.#next++]();
    if (this.#then) this.#wait();
  }
}
